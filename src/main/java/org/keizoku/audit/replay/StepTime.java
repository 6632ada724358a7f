package org.keizoku.audit.replay;

import java.time.Duration;

/**
 * How long a step of a procedure took over all activations; what was withdrawn or still waits is not counted.
 *
 * @param step the id of the element in the model
 * @param times how often it was done
 * @param total over all times
 */
record StepTime(String step, long times, Duration total, Duration longest) {

    private static final int HOTTEST = 5;

    Duration mean() {
        return total.dividedBy(times);
    }

    /** From 0, nothing at all, to 5, the step that took most of all. */
    int heat(Duration most) {
        return most.isZero() ? 0 : (int) Math.ceil((double) HOTTEST * total.toMillis() / most.toMillis());
    }
}
