package org.keizoku.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How fast a provider is given messages: at most so many a second, and none while it asked to be left alone. */
final class Pace {

    private final int perSecond;
    private final Clock clock;
    private double ready;
    private Instant countedAt;
    private Instant quietFrom = Instant.MIN;
    private Instant quietUntil = Instant.MIN;

    /** A whole second's messages may go at once, then they come one by one; 0 a second is no bound. */
    Pace(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.ready = perSecond;
        this.countedAt = clock.instant();
    }

    /** How many of the messages that we would begin may begin now. */
    synchronized int free(int wanted) {
        Instant now = clock.instant();
        if (!now.isBefore(quietFrom) && now.isBefore(quietUntil)) {
            return 0;
        }
        if (perSecond == 0) {
            return wanted;
        }
        double seconds = Math.max(0, Duration.between(countedAt, now).toNanos() / 1e9);
        ready = Math.min(perSecond, ready + seconds * perSecond);
        countedAt = now;
        return Math.min(wanted, (int) ready);
    }

    /** Messages have begun. */
    synchronized void begun(int messages) {
        ready -= perSecond == 0 ? 0 : messages;
    }

    /** The provider asked for quiet; a longer quiet that it asked for before is kept, unless the clock was set back before it. */
    synchronized void quietFor(Duration wait) {
        Instant now = clock.instant();
        if (now.isBefore(quietFrom) || now.plus(wait).isAfter(quietUntil)) {
            quietFrom = now;
            quietUntil = now.plus(wait);
        }
    }
}
