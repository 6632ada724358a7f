package org.keizoku.notice;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
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
    private final NoticeSettings settings;
    private final Bundles bundles;

    Leases(JdbcClient jdbc, Clock clock, NodeId node, NoticeSettings settings, Bundles bundles) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node;
        this.settings = settings;
        this.bundles = bundles;
    }

    /**
     * Takes due notices in hand, the most urgent first, each with those that share its message; the attempt is on record before the
     * provider hears of it.
     *
     * @param most how many messages
     */
    @Transactional
    public List<HandOver> begin(Channel<?> channel, int most) {
        if (most <= 0) {
            return List.of();
        }
        // One begun as a rider of an earlier one in the list is not waiting any more.
        return waiting(channel, most).stream()
                .flatMap(notice -> take(List.of(notice), channel, null).stream())
                .map(first -> first.with(
                        Bundles.asTold(take(bundles.riders(first, clock.instant()), channel, first.notice()))))
                .toList();
    }

    /** What may leave now: of what may wait for others and never left yet, only what goes to an address that got nothing just before. */
    private List<Long> waiting(Channel<?> channel, int most) {
        return jdbc.sql(
                        """
                        with waiting as materialized (
                          select next.id from unnest(string_to_array(:urgencies, ',')) with ordinality as u (urgency, rank)
                          cross join lateral (
                            select id, planned_at from notice n
                            where channel = :channel and drill = :drill and state = 'PLANNED' and n.urgency = u.urgency and due_at <= :now
                              and bundle_id is null and (n.urgency not in (:mayWait) or attempts > 0 or not exists (
                                select 1 from notice before where before.person_id = n.person_id and before.channel = n.channel
                                  and before.position = n.position and before.handed_at > :since and before.handed_at <= :now))
                            order by planned_at, id limit :most for update skip locked) next
                          order by u.rank, next.planned_at, next.id limit :most)
                        select id from waiting
                        """)
                .param("urgencies", BY_URGENCY)
                .param("mayWait", Urgency.waiting())
                .param("channel", channel.kind().name())
                .param("drill", channel.side().isDrill())
                .param("since", Timestamp.from(clock.instant().minus(settings.bundleWithin())))
                .param("now", now())
                .param("most", most)
                .query(Long.class)
                .list();
    }

    private List<HandOver> take(List<Long> notices, Channel<?> channel, Long first) {
        if (notices.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        with begun as (
                          update notice set state = 'HANDING_OVER', changed_at = :now, handed_at = :now, lease_until = :until,
                            leased_by = :node, attempts = attempts + 1, hear_by = coalesce(hear_by, cast(:now as timestamptz) + hear_within),
                            message_id = coalesce(message_id, :messageId), bundle_id = :first
                          where id in (:notices) and state = 'PLANNED' and (bundle_id is null or bundle_id = :first)
                          returning *),
                        tried as (insert into notice_attempt (notice_id, n, begun_at) select id, attempts, :now from begun)
                        select * from begun
                        """)
                .params(lease())
                .param(
                        "messageId",
                        first == null ? channel.messageId(notices.get(0)).orElse(null) : null,
                        Types.VARCHAR)
                .param("first", first, Types.BIGINT)
                .param("notices", notices)
                .query(HandOver::from)
                .list();
    }

    /** Takes notices in hand whose last hand-over nobody saw the end of. */
    @Transactional
    public List<HandOver> lookInto(Channel<?> channel, int most) {
        if (most <= 0) {
            return List.of();
        }
        List<HandOver> unclear = jdbc.sql(
                        """
                        with waiting as materialized (
                          select id from notice where channel = :channel and drill = :drill and state = 'UNKNOWN' and due_at <= :now
                            and bundle_id is null and (lease_until is null or lease_until <= :now)
                          order by planned_at, id limit :most for update skip locked)
                        update notice n set lease_until = :until, leased_by = :node
                        from waiting where n.id = waiting.id returning n.*
                        """)
                .params(lease())
                .param("channel", channel.kind().name())
                .param("drill", channel.side().isDrill())
                .param("most", most)
                .query(HandOver::from)
                .list();
        return unclear.stream()
                .map(first -> first.with(Bundles.asTold(riders(first))))
                .toList();
    }

    private List<HandOver> riders(HandOver first) {
        return jdbc.sql(
                        """
                        update notice set lease_until = :until, leased_by = :node
                        where bundle_id = :first and state = 'UNKNOWN' returning *
                        """)
                .param("until", Timestamp.from(clock.instant().plus(LEASE)))
                .param("node", node.toString())
                .param("first", first.notice())
                .query(HandOver::from)
                .list();
    }

    /** Keeps what this node is still busy with; what is just being written down needs no more, and waiting for it could be for each other. */
    @Transactional
    public void renew(Collection<Long> notices) {
        if (!notices.isEmpty()) {
            jdbc.sql(
                            """
                            with mine as materialized (
                              select id from notice where id in (:notices) and leased_by = :node for update skip locked)
                            update notice n set lease_until = :until from mine where n.id = mine.id
                            """)
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

    /**
     * Hand-overs whose owner went away have an unknown end: those of one message together, or the provider would be asked for another text
     * than the one that went. Of a message that somebody is just writing to, at the next look.
     */
    @Transactional
    public int giveUpLeases() {
        List<Long> lost = jdbc.sql(
                        """
                        with locked as materialized (
                          select n.id, coalesce(n.bundle_id, n.id) as message, n.lease_until from notice n
                          join notice first on first.id = coalesce(n.bundle_id, n.id)
                          where n.state = 'HANDING_OVER' and first.lease_until <= :now for update of n skip locked),
                        over as (
                          select message from locked group by message
                          having max(lease_until) <= :now and count(*) = (
                            select count(*) from notice carried where carried.state = 'HANDING_OVER'
                              and (carried.id = message or carried.bundle_id = message))),
                        gone as (
                          update notice n set state = 'UNKNOWN', changed_at = :now, due_at = :now, lease_until = null,
                            leased_by = null
                          from locked join over using (message) where n.id = locked.id returning n.id, attempts)
                        update notice_attempt a set ended_at = :now, outcome = 'UNKNOWN'
                        from gone where a.notice_id = gone.id and a.n = gone.attempts returning a.notice_id
                        """)
                .param("now", now())
                .query(Long.class)
                .list();
        lost.forEach(notice -> LOG.warn("notice {}: nobody saw how its hand-over ended", notice));
        return lost.size();
    }

    private Map<String, Object> lease() {
        return Map.of("now", now(), "until", Timestamp.from(clock.instant().plus(LEASE)), "node", node.toString());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
