package org.keizoku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineClockTest {

    private final EngineClock clock = new EngineClock(ZoneId.of("Asia/Tokyo"));

    @AfterEach
    void the_engine_runs_on() {
        ClockUtil.reset();
    }

    @Test
    void it_stands_still_where_the_engine_stands_still() {
        Instant night = Instant.parse("2026-01-15T17:14:00Z");
        ClockUtil.setCurrentTime(Date.from(night));

        assertThat(clock.instant()).isEqualTo(night);
        assertThat(ZonedDateTime.now(clock)).isEqualTo(ZonedDateTime.parse("2026-01-16T02:14+09:00[Asia/Tokyo]"));
    }

    @Test
    void another_zone_changes_the_reading_and_not_the_moment() {
        ClockUtil.setCurrentTime(new Date(0));

        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isEqualTo(Instant.EPOCH);
        assertThat(clock.withZone(ZoneOffset.UTC).getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
