package org.keizoku.notice;

import java.time.Duration;
import java.util.List;

/** How long to wait after a failed attempt, and when to give up. */
final class BackOff {

    static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

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
}
