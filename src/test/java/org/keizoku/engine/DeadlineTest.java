package org.keizoku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    private static final Instant BY = Instant.parse("2026-01-30T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    /** One and three days before it, then every week. */
    @ParameterizedTest
    @CsvSource({
        "PT-97H, PT-72H",
        "PT-72H, PT-24H",
        "PT-71H, PT-24H",
        "PT-24H, PT0S",
        "PT-1M, PT0S",
        "PT0S, P7D",
        "P6DT23H, P7D",
        "P7D, P14D",
        "P30D, P35D"
    })
    void the_next_look_is_the_first_one_after_now(Duration now, Duration next) {
        var deadline = new Deadline(List.of(BY.minus(Duration.ofDays(1)), BY.minus(Duration.ofDays(3))), BY, WEEK);

        assertThat(deadline.next(BY.plus(now))).isEqualTo(BY.plus(next));
    }

    @Test
    void what_is_not_before_it_is_left_out() {
        var deadline = new Deadline(List.of(BY, BY.plusSeconds(60)), BY, WEEK);

        assertThat(deadline.next(BY.minusSeconds(60))).isEqualTo(BY);
        assertThat(new Deadline(List.of(), BY, WEEK).next(Instant.EPOCH)).isEqualTo(BY);
    }

    @Test
    void it_has_passed_at_its_own_moment() {
        var deadline = new Deadline(List.of(), BY, WEEK);

        assertThat(deadline.hasPassed(BY.minusMillis(1))).isFalse();
        assertThat(deadline.hasPassed(BY)).isTrue();
    }
}
