package org.keizoku.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has which notice in hand: every node takes its own, for a minute at a time. */
@Component
class Leases {

    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final String BY_URGENCY =
            Arrays.stream(Urgency.values()).map(Urgency::name).collect(Collectors.joining(","));

    private final JdbcClient jdbc;
    private final Clock clock;
    private final NodeId node;

    Leases(JdbcClient jdbc, Clock clock, NodeId node) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node;
    }

    /** Takes due notices in hand, the most urgent first; the attempt is on record before the provider hears of it. */
    @Transactional
    public List<HandOver> begin(Channel<?> channel, int most) {
        if (most <= 0) {
            return List.of();
        }
        List<HandOver> begun = jdbc.sql(
                        """
                        with waiting as materialized (
                          select id from notice where channel = :channel and drill = :drill and state = 'PLANNED' and due_at <= :now
                          order by array_position(string_to_array(:urgencies, ','), urgency), planned_at, id
                          limit :most for update skip locked)
                        update notice n set state = 'HANDING_OVER', changed_at = :now, lease_until = :until, leased_by = :node,
                          attempts = n.attempts + 1, hear_by = coalesce(n.hear_by, cast(:now as timestamptz) + n.hear_within)
                        from waiting where n.id = waiting.id returning n.*
                        """)
                .params(lease(channel, most))
                .param("urgencies", BY_URGENCY)
                .query(HandOver::from)
                .list();
        return begun.stream()
                .sorted(Comparator.comparing(HandOver::urgency).thenComparing(HandOver::notice))
                .map(handOver -> attempt(handOver, channel))
                .toList();
    }

    /** Takes notices in hand whose last hand-over nobody saw the end of. */
    @Transactional
    public List<HandOver> lookInto(Channel<?> channel, int most) {
        if (most <= 0) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        with waiting as materialized (
                          select id from notice where channel = :channel and drill = :drill and state = 'UNKNOWN' and due_at <= :now
                            and (lease_until is null or lease_until <= :now)
                          order by planned_at, id limit :most for update skip locked)
                        update notice n set lease_until = :until, leased_by = :node
                        from waiting where n.id = waiting.id returning n.*
                        """)
                .params(lease(channel, most))
                .query(HandOver::from)
                .list();
    }

    /** Keeps what this node is still busy with. */
    @Transactional
    public void renew(Collection<Long> notices) {
        if (!notices.isEmpty()) {
            jdbc.sql("update notice set lease_until = :until where id in (:notices) and leased_by = :node")
                    .param("until", Timestamp.from(clock.instant().plus(LEASE)))
                    .param("notices", notices)
                    .param("node", node.toString())
                    .update();
        }
    }

    /** Ends the leases that earlier starts left open; only right where no other node shares the database. */
    @Transactional
    public void endLeasesOfOthers() {
        jdbc.sql("update notice set lease_until = :now where lease_until is not null and leased_by <> :node")
                .param("now", now())
                .param("node", node.toString())
                .update();
    }

    /** Hand-overs whose owner went away have an unknown end. */
    @Transactional
    public int giveUpLeases() {
        List<Long> lost = jdbc.sql(
                        """
                        with gone as (
                          update notice set state = 'UNKNOWN', changed_at = :now, due_at = :now, lease_until = null,
                            leased_by = null
                          where state = 'HANDING_OVER' and lease_until <= :now returning id, attempts)
                        update notice_attempt a set ended_at = :now, outcome = 'UNKNOWN'
                        from gone where a.notice_id = gone.id and a.n = gone.attempts returning a.notice_id
                        """)
                .param("now", now())
                .query(Long.class)
                .list();
        lost.forEach(notice -> LOG.warn("notice {}: nobody saw how its hand-over ended", notice));
        return lost.size();
    }

    private HandOver attempt(HandOver handOver, Channel<?> channel) {
        jdbc.sql("insert into notice_attempt (notice_id, n, begun_at) values (:notice, :n, :now)")
                .param("notice", handOver.notice())
                .param("n", handOver.attempt())
                .param("now", now())
                .update();
        var messageId = handOver.messageId().or(() -> channel.messageId(handOver.notice()));
        messageId.ifPresent(id -> jdbc.sql("update notice set message_id = :id where id = :notice")
                .param("id", id)
                .param("notice", handOver.notice())
                .update());
        return handOver.with(messageId);
    }

    private Map<String, Object> lease(Channel<?> channel, int most) {
        return Map.of(
                "channel", channel.kind().name(),
                "drill", channel.side().isDrill(),
                "most", most,
                "now", now(),
                "until", Timestamp.from(clock.instant().plus(LEASE)),
                "node", node.toString());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
