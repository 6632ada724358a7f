package org.keizoku.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after a failed attempt, and when to give up. */
final class BackOff {

    static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    /** For a provider that has too much at the moment and does not say for how long. */
    static final Duration MOMENT = Duration.ofSeconds(1);

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofSeconds(300),
            Duration.ofSeconds(900));

    private BackOff() {}

    static Duration afterAttempt(int attempt) {
        return WAITS.get(Math.min(Math.max(attempt, 1), WAITS.size()) - 1);
    }

    /** The same, and at least as long as the provider asked for. */
    static Duration afterAttempt(int attempt, Optional<Duration> asked) {
        Duration ours = afterAttempt(attempt);
        return asked.filter(wait -> wait.compareTo(ours) > 0).orElse(ours);
    }

    /** What a provider asks for is kept to our longest wait: a slip of its own must not silence us for the night. */
    static Duration within(Duration asked) {
        Duration longest = WAITS.get(WAITS.size() - 1);
        return asked.compareTo(longest) > 0 ? longest : asked;
    }
}
