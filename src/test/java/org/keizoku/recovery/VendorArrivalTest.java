package org.keizoku.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Refused;

class VendorArrivalTest {

    private static final Instant ACCEPTED = Instant.parse("2026-01-15T18:00:00Z");

    @Test
    void what_was_agreed_counts_whatever_is_promised() {
        assertThat(VendorArrival.due(ACCEPTED, Duration.ofHours(2), null)).isEqualTo("2026-01-15T20:00:00Z");
        assertThat(VendorArrival.due(ACCEPTED, Duration.ofHours(2), ACCEPTED.plus(Duration.ofHours(5))))
                .isEqualTo("2026-01-15T20:00:00Z");
    }

    @Test
    void without_an_agreement_the_promise_counts() {
        assertThat(VendorArrival.due(ACCEPTED, null, ACCEPTED.plus(Duration.ofMinutes(90))))
                .isEqualTo("2026-01-15T19:30:00Z");
    }

    @Test
    void neither_known_is_refused() {
        assertThatThrownBy(() -> VendorArrival.due(ACCEPTED, null, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("到着の予定を入力");
    }

    @Test
    void a_promise_in_the_past_is_refused() {
        assertThatThrownBy(() -> VendorArrival.due(ACCEPTED, Duration.ofHours(2), ACCEPTED.minusSeconds(1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("過去");
        assertThat(VendorArrival.due(ACCEPTED, null, ACCEPTED)).isEqualTo(ACCEPTED);
    }
}
