package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a priority system in the plan. */
public record SystemId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SystemId {
        if (value == null || !value.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("not a system id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
