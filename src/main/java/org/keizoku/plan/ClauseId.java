package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a clause in the catalogue, for example {@code SMP-802-06}. */
public record ClauseId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClauseId {
        if (value == null || !value.matches("[A-Z]{3}-[0-9A-Z]+-[0-9]+")) {
            throw new IllegalArgumentException("not a clause id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
