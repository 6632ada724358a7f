package org.keizoku.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.testing.HandMovedClock;

/** A clock that is set while the machine's counter goes on. */
class ClockWatchTest {

    private final List<Fact> told = new ArrayList<>();
    private final HandMovedClock clock = new HandMovedClock(Instant.parse("2026-01-15T17:14:00Z"));
    private long counted;
    private final ClockWatch watch = new ClockWatch(fact -> told.add((Fact) fact), clock, () -> counted);

    @Test
    void a_clock_that_goes_as_it_should_is_no_entry() {
        watch.look();
        for (int look = 0; look < 100; look++) {
            passes(Duration.ofSeconds(5));
            watch.look();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void what_a_time_server_corrects_is_no_entry() {
        watch.look();
        passes(Duration.ofSeconds(5));
        clock.passes(Duration.ofSeconds(5));
        watch.look();
        assertThat(told).isEmpty();
    }

    @Test
    void a_jump_forward_or_back_is_one_entry_with_both_times() {
        watch.look();
        passes(Duration.ofSeconds(5));
        clock.passes(Duration.ofSeconds(6));
        watch.look();
        passes(Duration.ofSeconds(5));
        clock.passes(Duration.ofHours(-1));
        watch.look();
        passes(Duration.ofSeconds(5));
        watch.look();

        assertThat(told).extracting(Fact::kind).containsExactly("clock-jumped", "clock-jumped");
        assertThat(told).extracting(Fact::told).containsExactly("時計が進んだ: 6秒", "時計が戻った: 3600秒");
        assertThat(told.get(0).values().toString()).contains("2026-01-16 02:14:05", "2026-01-16 02:14:11");
    }

    private void passes(Duration time) {
        clock.passes(time);
        counted += time.toNanos();
    }
}
