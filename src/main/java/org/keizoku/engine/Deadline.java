package org.keizoku.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A deadline that people are told of: at moments before it, at the deadline, then at intervals until what waits is done. Counted from
 * dates alone, so that another deadline or a downtime needs nothing but the next look.
 *
 * @param before the moments before it, in any order; what is not before it is left out
 * @param every between two messages once it has passed
 */
public record Deadline(List<Instant> before, Instant by, Duration every) {

    /** The first moment after now at which somebody is told. */
    public Instant next(Instant now) {
        if (now.isBefore(by)) {
            return before.stream()
                    .filter(moment -> now.isBefore(moment) && moment.isBefore(by))
                    .min(Instant::compareTo)
                    .orElse(by);
        }
        long told = Duration.between(by, now).dividedBy(every);
        return by.plus(every.multipliedBy(told + 1));
    }

    /** Whether it has passed, which it has at its own moment. */
    public boolean hasPassed(Instant now) {
        return !now.isBefore(by);
    }
}
