package org.keizoku.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.plan.RecoveryPolicy;

class DowngradeClockTest {

    private static final Instant FROM = Instant.parse("2026-01-15T17:14:00Z");

    /** Ten hours, warned of at one half and at four fifths, then every hour. */
    @ParameterizedTest
    @CsvSource({
        "PT0S, PT5H",
        "PT4H59M, PT5H",
        "PT5H, PT8H",
        "PT8H, PT10H",
        "PT9H59M, PT10H",
        "PT10H, PT11H",
        "PT10H59M, PT11H",
        "PT11H, PT12H",
        "PT30H30M, PT31H"
    })
    void the_next_look_is_the_first_one_after_now(Duration now, Duration next) {
        var clock = new DowngradeClock(
                FROM,
                FROM.plus(Duration.ofHours(10)),
                new RecoveryPolicy(List.of(0.5, 0.8), Duration.ofHours(1), null));

        assertThat(clock.next(FROM.plus(now))).isEqualTo(FROM.plus(next));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1H", "PT2H, PT3H"})
    void an_end_that_was_moved_to_now_or_before_is_escalated_from_there(Duration since, Duration next) {
        var clock = new DowngradeClock(FROM, FROM, new RecoveryPolicy(List.of(0.5), Duration.ofHours(1), null));

        assertThat(clock.next(FROM.plus(since))).isEqualTo(FROM.plus(next));
    }
}
