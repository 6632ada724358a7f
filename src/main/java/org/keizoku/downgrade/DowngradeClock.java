package org.keizoku.downgrade;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.keizoku.plan.RecoveryPolicy;

/**
 * When somebody is told of a lowering's end: at the plan's shares of its time, at its end, then at the plan's interval until it is put
 * back and verified. Counted from dates alone, so that another end or a downtime needs nothing but the next look.
 *
 * @param from when it was applied
 * @param until when it ends
 */
record DowngradeClock(Instant from, Instant until, RecoveryPolicy policy) {

    /** The first moment after now. */
    Instant next(Instant now) {
        if (now.isBefore(until)) {
            Duration whole = Duration.between(from, until);
            return Stream.concat(
                            policy.warnAt().stream()
                                    .map(share -> from.plusMillis(Math.round(whole.toMillis() * share))),
                            Stream.of(until))
                    .filter(now::isBefore)
                    .min(Instant::compareTo)
                    .orElse(until);
        }
        long told = Duration.between(until, now).dividedBy(policy.escalateEvery());
        return until.plus(policy.escalateEvery().multipliedBy(told + 1));
    }
}
