package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a role in the plan; it is also the id of the engine's group for the role's holders. */
public record RoleId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoleId {
        if (value == null || !value.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("not a role id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
