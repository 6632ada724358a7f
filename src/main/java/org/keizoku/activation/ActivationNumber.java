package org.keizoku.activation;

import java.util.Optional;

/** The number of an activation, for example {@code 2026-004}: the business key of every process that runs in it. */
public record ActivationNumber(String value) {

    private static final String FORM = "\\d{4}-\\d{3,}";

    public ActivationNumber {
        if (value == null || !value.matches(FORM)) {
            throw new IllegalArgumentException("not an activation number: " + value);
        }
    }

    /** The number, where the business key of a process is one. */
    static Optional<ActivationNumber> of(String businessKey) {
        return Optional.ofNullable(businessKey).filter(key -> key.matches(FORM)).map(ActivationNumber::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
