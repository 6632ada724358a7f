package org.keizoku.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an operator watches: how many notices are in which state, and how long the oldest has been waiting. */
@Component
class NoticeMeters implements MeterBinder {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeMeters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (NoticeState state : NoticeState.values()) {
            Gauge.builder("keizoku.notices", () -> count(state))
                    .tag("state", state.name().toLowerCase())
                    .description("notices in this state")
                    .register(registry);
        }
        Gauge.builder("keizoku.notices.oldest.planned", this::secondsWaiting)
                .baseUnit("seconds")
                .description("how long the oldest planned notice has been waiting")
                .register(registry);
    }

    private long count(NoticeState state) {
        return jdbc.sql("select count(*) from notice where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    private long secondsWaiting() {
        return jdbc.sql("select min(planned_at) from notice where state = 'PLANNED'")
                .query(Timestamp.class)
                .optional()
                .map(planned ->
                        Duration.between(planned.toInstant(), clock.instant()).toSeconds())
                .orElse(0L);
    }
}
