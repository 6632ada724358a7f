package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.keizoku.testing.HandMovedClock;

class PaceTest {

    private final HandMovedClock watch = new HandMovedClock(Instant.parse("2026-06-01T17:14:00Z"));

    @Test
    void without_a_bound_all_may_go() {
        assertThat(new Pace(0, watch).free(4)).isEqualTo(4);
    }

    @Test
    void three_a_second_are_three_at_once_and_then_one_each_third_of_a_second() {
        var pace = new Pace(3, watch);
        assertThat(pace.free(8)).isEqualTo(3);
        pace.begun(3);
        assertThat(pace.free(8)).isZero();

        watch.passes(Duration.ofMillis(333));
        assertThat(pace.free(8)).isZero();
        watch.passes(Duration.ofMillis(1));
        assertThat(pace.free(8)).isOne();
        watch.passes(Duration.ofMillis(667));
        assertThat(pace.free(8)).isEqualTo(3);
        watch.passes(Duration.ofHours(1));
        assertThat(pace.free(8)).as("a quiet hour is not saved up").isEqualTo(3);
    }

    @Test
    void a_provider_that_asks_for_quiet_gets_it_and_a_shorter_wish_does_not_end_a_longer_one() {
        var pace = new Pace(0, watch);
        pace.quietFor(Duration.ofSeconds(30));
        pace.quietFor(Duration.ofSeconds(1));

        watch.passes(Duration.ofSeconds(29));
        assertThat(pace.free(4)).isZero();
        watch.passes(Duration.ofSeconds(1));
        assertThat(pace.free(4)).isEqualTo(4);
    }

    @Test
    void a_clock_that_is_set_back_makes_no_quiet_longer() {
        var pace = new Pace(0, watch);
        pace.quietFor(Duration.ofSeconds(30));
        watch.passes(Duration.ofHours(-1));

        assertThat(pace.free(4)).isEqualTo(4);
    }

    @Test
    void a_clock_that_is_set_back_gives_nothing_and_takes_nothing() {
        var pace = new Pace(2, watch);
        pace.begun(1);
        watch.passes(Duration.ofSeconds(-5));

        assertThat(pace.free(4)).isOne();
    }
}
