package org.keizoku.activation;

/** The number of an activation, for example {@code 2026-004}: the business key of every process that runs in it. */
public record ActivationNumber(String value) {

    public ActivationNumber {
        if (value == null || !value.matches("\\d{4}-\\d{3,}")) {
            throw new IllegalArgumentException("not an activation number: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
