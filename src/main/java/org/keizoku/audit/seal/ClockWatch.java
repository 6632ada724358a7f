package org.keizoku.audit.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.platform.JapanTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Says on the record where the clock was set: the moments of the entries before and after then lie otherwise apart than they seem. It
 * compares the clock with the machine's own counter, which nobody sets.
 */
@Component
class ClockWatch {

    /** What a time server corrects in its daily work is less. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LongSupplier counter;
    private Instant before;
    private long countedBefore;

    @Autowired
    ClockWatch(ApplicationEventPublisher events, Clock clock) {
        this(events, clock, System::nanoTime);
    }

    /**
     * @param counter nanoseconds from any beginning, never set
     */
    ClockWatch(ApplicationEventPublisher events, Clock clock, LongSupplier counter) {
        this.events = events;
        this.clock = clock;
        this.counter = counter;
    }

    /** To be called from time to time, by one thread. */
    void look() {
        long counted = counter.getAsLong();
        Instant now = clock.instant();
        if (before != null) {
            Instant expected = before.plusNanos(counted - countedBefore);
            Duration jump = Duration.between(expected, now);
            if (jump.abs().compareTo(TOLERATED) > 0) {
                tell(expected, now, jump);
            }
        }
        before = now;
        countedBefore = counted;
    }

    private void tell(Instant expected, Instant now, Duration jump) {
        events.publishEvent(new Fact(
                null,
                now,
                Actor.SYSTEM,
                null,
                "clock-jumped",
                "時計が%s%s".formatted(jump.isNegative() ? "戻った: " : "進んだ: ", seconds(jump)),
                Map.of("本来の時刻", JapanTime.exact(expected), "変わった時刻", JapanTime.exact(now))));
    }

    private static String seconds(Duration jump) {
        return jump.abs().toSeconds() + "秒";
    }
}
