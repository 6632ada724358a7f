package org.keizoku.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after a few failures the same name from the same place must wait, ever longer, up to a minute. The engine's own
 * lock is switched off, since it would let anyone on the network lock the head of the office out during a disaster.
 */
@Component
class SignInThrottle {

    private static final int FREE_FROM_ONE_PLACE = 5;
    private static final int FREE_FROM_ANYWHERE = 100;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);
    private static final int REMEMBERED = 10_000;

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Clock clock;

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** A try that came while its name must wait. */
    static final class HeldBack extends LockedException {

        private static final long serialVersionUID = 1L;

        private final boolean first;

        HeldBack(boolean first) {
            super("too many failures");
            this.first = first;
        }

        /** Whether it is the first within this wait; a flood of tries is on record as one. */
        boolean isFirst() {
            return first;
        }
    }

    /** Throws {@link HeldBack} while the name, or the name from this place, must wait. */
    void mayTry(String name, String address) {
        Instant now = clock.instant();
        for (String key : List.of(name + "\n" + address, name)) {
            Failures known = failures.get(key);
            if (known != null && now.isBefore(known.notBefore())) {
                throw new HeldBack(!known.held() && failures.replace(key, known, known.nowHeld()));
            }
        }
    }

    void failed(String name, String address) {
        Instant now = clock.instant();
        forget(now);
        failures.merge(
                name + "\n" + address, Failures.first(now, FREE_FROM_ONE_PLACE), (known, one) -> known.again(now));
        failures.merge(name, Failures.first(now, FREE_FROM_ANYWHERE), (known, one) -> known.again(now));
    }

    void succeeded(String name, String address) {
        failures.remove(name + "\n" + address);
    }

    private void forget(Instant now) {
        failures.values().removeIf(known -> known.last().plus(FORGOTTEN_AFTER).isBefore(now));
        if (failures.size() > REMEMBERED) {
            // Someone floods us with names: what is waiting longest goes first.
            failures.values().removeIf(known -> known.count() < FREE_FROM_ONE_PLACE);
        }
    }

    /** @param held whether a try was held back since the last failure */
    private record Failures(int count, int free, Instant last, boolean held) {

        static Failures first(Instant now, int free) {
            return new Failures(1, free, now, false);
        }

        Failures again(Instant now) {
            return new Failures(count + 1, free, now, false);
        }

        Failures nowHeld() {
            return new Failures(count, free, last, true);
        }

        Instant notBefore() {
            if (count < free) {
                return last;
            }
            var wait = Duration.ofSeconds(5L << Math.min(4, count - free));
            return last.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        }
    }
}
