package org.keizoku.recovery;

import java.time.Duration;
import java.time.Instant;
import org.keizoku.plan.RecoveryPolicy;

/**
 * The clock of one system's target recovery time, counted from the outage and never from the moment we noticed it. Its milestones are
 * the plan's warnings, then the end of the time, then a repetition at the plan's interval until the system is back.
 */
record RecoveryClock(Instant outage, Duration rto, RecoveryPolicy policy) {

    /** What a milestone asks for. */
    enum Kind {
        WARNING,
        EXCEEDED,
        STILL_EXCEEDED
    }

    Instant due() {
        return outage.plus(rto);
    }

    /** When the n-th milestone (from 0) is reached. */
    Instant milestone(int n) {
        int warnings = policy.warnAt().size();
        if (n < warnings) {
            return outage.plusMillis(Math.round(rto.toMillis() * policy.warnAt().get(n)));
        }
        return due().plus(policy.escalateEvery().multipliedBy((long) n - warnings));
    }

    Kind kind(int n) {
        int warnings = policy.warnAt().size();
        if (n < warnings) {
            return Kind.WARNING;
        }
        return n == warnings ? Kind.EXCEEDED : Kind.STILL_EXCEEDED;
    }

    /** The last milestone reached by now, counted from the first one not yet told: after downtime several may have passed. */
    int lastReached(int from, Instant now) {
        int n = from;
        while (!milestone(n + 1).isAfter(now)) {
            n++;
        }
        return n;
    }
}
