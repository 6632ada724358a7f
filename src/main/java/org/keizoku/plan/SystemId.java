package org.keizoku.plan;

/** The id of a priority system in the plan. */
public record SystemId(String value) {

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
