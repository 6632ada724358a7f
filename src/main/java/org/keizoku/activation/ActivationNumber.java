package org.keizoku.activation;

import java.util.Optional;

/**
 * The number of an activation, for example {@code 2026-004}, or {@code D2026-004} in a drill: the business key of every process that runs
 * in it. It says by itself which of the two it is, so nothing that knows the number can mistake one for the other.
 */
public record ActivationNumber(String value) {

    /** The form of a number as a pattern, also for addresses of pages. */
    public static final String FORM = "D?\\d{4}-\\d{3,9}";

    /** What every word of a drill begins with, and no word of a real activation. */
    public static final String DRILL_MARK = "【訓練】";

    private static final String DRILL = "D";

    public ActivationNumber {
        if (value == null || !value.matches(FORM)) {
            throw new IllegalArgumentException("not an activation number: " + value);
        }
    }

    static ActivationNumber of(int year, int n, boolean drill) {
        return new ActivationNumber("%s%d-%03d".formatted(drill ? DRILL : "", year, n));
    }

    /** The number, where the business key of a process is one. */
    public static Optional<ActivationNumber> of(String businessKey) {
        return Optional.ofNullable(businessKey).filter(key -> key.matches(FORM)).map(ActivationNumber::new);
    }

    /** Whether the activation is a drill: from its start to its end. */
    public boolean isDrill() {
        return value.startsWith(DRILL);
    }

    /** The text as people may see it: that of a drill begins with {@link #DRILL_MARK}. */
    public String marked(String text) {
        return isDrill() && !text.startsWith(DRILL_MARK) ? DRILL_MARK + text : text;
    }

    @Override
    public String toString() {
        return value;
    }
}
