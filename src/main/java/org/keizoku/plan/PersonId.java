package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a person in the plan: what variables, records and the engine know of a person. */
public record PersonId(@JsonValue String value) implements Comparable<PersonId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        if (value == null || !value.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("not a person id: " + value);
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
