package org.keizoku.notice.watch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds what was planned against what happened, from the tables alone: it asks no dispatcher, which may be the one that failed. */
@Component
class Reconciling {

    /** Six signs of life that did not come. */
    static final Duration SILENT_AFTER = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final WatchSettings settings;
    private final Clock clock;

    Reconciling(JdbcClient jdbc, WatchSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    Gap look() {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        select count(*) as late, min(planned_at) as oldest, (select max(at) from dispatcher_heartbeat) as beat
                        from notice where state in ('PLANNED', 'HANDING_OVER', 'UNKNOWN') and not_needed_since is null
                          and planned_at <= :inTime
                        """)
                .param("inTime", Timestamp.from(now.minus(settings.handOverWithin())))
                .query((row, n) -> new Gap(
                        row.getLong("late"),
                        instant(row.getTimestamp("oldest")),
                        instant(row.getTimestamp("beat")).filter(beat -> beat.isBefore(now.minus(SILENT_AFTER)))))
                .single();
    }

    /** When a dispatcher, of whichever node, last looked and told so; empty where none runs. */
    Optional<Instant> lastLook() {
        return jdbc.sql("select at from dispatcher_heartbeat order by at desc limit 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private static Optional<Instant> instant(Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
