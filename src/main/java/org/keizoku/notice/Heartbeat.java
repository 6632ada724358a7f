package org.keizoku.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sign of life of this node's dispatcher, for whoever watches it: written after a look that went well, and taken back at its stop. */
@Component
class Heartbeat {

    static final Duration EVERY = Duration.ofSeconds(5);

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final NodeId node;
    private Instant last = Instant.MIN;

    Heartbeat(JdbcClient jdbc, Clock clock, NodeId node) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node;
    }

    /** The dispatcher begins; nodes that nobody heard of for a day are gone. */
    void begin() {
        jdbc.sql("delete from dispatcher_heartbeat where at < :long")
                .param("long", Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
        last = Instant.MIN;
        beat();
    }

    /** The dispatcher has looked; written once in a while. */
    void beat() {
        Instant now = clock.instant();
        if (now.isBefore(last) || !now.isBefore(last.plus(EVERY))) {
            jdbc.sql(
                            """
                            insert into dispatcher_heartbeat (node, at) values (:node, :now)
                            on conflict (node) do update set at = excluded.at
                            """)
                    .param("node", node.toString())
                    .param("now", Timestamp.from(now))
                    .update();
            last = now;
        }
    }

    /** It stops because it is told to, which is no failure. */
    void end() {
        jdbc.sql("delete from dispatcher_heartbeat where node = :node")
                .param("node", node.toString())
                .update();
    }
}
