package org.keizoku.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    void mayTry(String name, String address) {
        Instant now = clock.instant();
        if (waits(name + "\n" + address, now) || waits(name, now)) {
            throw new LockedException("too many failures");
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

    private boolean waits(String key, Instant now) {
        Failures known = failures.get(key);
        return known != null && now.isBefore(known.notBefore());
    }

    private void forget(Instant now) {
        failures.values().removeIf(known -> known.last().plus(FORGOTTEN_AFTER).isBefore(now));
        if (failures.size() > REMEMBERED) {
            // Someone floods us with names: what is waiting longest goes first.
            failures.values().removeIf(known -> known.count() < FREE_FROM_ONE_PLACE);
        }
    }

    private record Failures(int count, int free, Instant last) {

        static Failures first(Instant now, int free) {
            return new Failures(1, free, now);
        }

        Failures again(Instant now) {
            return new Failures(count + 1, free, now);
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
