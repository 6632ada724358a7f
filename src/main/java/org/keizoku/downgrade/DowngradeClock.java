package org.keizoku.downgrade;

import java.time.Duration;
import java.time.Instant;
import org.keizoku.engine.Deadline;
import org.keizoku.plan.RecoveryPolicy;

/**
 * When somebody is told of a lowering's end: at the plan's shares of its time, at its end, then at the plan's interval until it is put
 * back and verified.
 *
 * @param from when it was applied
 * @param until when it ends
 */
record DowngradeClock(Instant from, Instant until, RecoveryPolicy policy) {

    /** The first moment after now. */
    Instant next(Instant now) {
        Duration whole = Duration.between(from, until);
        var shares = policy.warnAt().stream()
                .map(share -> from.plusMillis(Math.round(whole.toMillis() * share)))
                .toList();
        return new Deadline(shares, until, policy.escalateEvery()).next(now);
    }
}
