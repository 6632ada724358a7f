package org.keizoku.notice;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which notices share a message. One that has left with others leaves with the same others again, under the same name, or nobody could
 * tell the second message from a new one; only what is not needed any more drops out of it. Always within the transaction of {@link Leases}.
 */
@Component
class Bundles {

    /** Ten parts of an SMS: more of them seldom arrive whole. */
    static final int ROOM = 670;

    private static final int MOST_RIDERS = 9;

    private static final Comparator<HandOver> AS_TOLD =
            Comparator.comparing(HandOver::urgency).thenComparing(HandOver::notice);

    private final JdbcClient jdbc;
    private final NoticeSettings settings;

    Bundles(JdbcClient jdbc, NoticeSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** The ids of the waiting notices that go with this one, which has just been begun. */
    List<Long> riders(HandOver first, Instant now) {
        if (first.attempt() == 1) {
            return first.urgency().isBundled() && !settings.bundleWithin().isZero() ? waiting(first, now) : List.of();
        }
        return jdbc.sql("select id from notice where bundle_id = :first and state = 'PLANNED' for update")
                .param("first", first.notice())
                .query(Long.class)
                .list();
    }

    /** What never left yet and is due to the same address, as far as there is room. */
    private List<Long> waiting(HandOver first, Instant now) {
        List<Long> riders = new ArrayList<>();
        var room = new int[] {ROOM - first.text().length()};
        jdbc.sql(
                        """
                        select id, length(text) + 1 as size from notice
                        where person_id = :person and channel = :channel and position = :position and state = 'PLANNED'
                          and activation_number is not distinct from :activation and due_at <= :now and attempts = 0
                          and urgency in (:bundled) and id <> :first
                        order by planned_at, id limit :most for update skip locked
                        """)
                .param("person", first.person().value())
                .param("channel", first.channel().name())
                .param("position", first.position())
                .param("activation", first.activation(), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .param("bundled", Urgency.bundled())
                .param("first", first.notice())
                .param("most", MOST_RIDERS)
                .query(row -> {
                    if (row.getInt("size") <= room[0]) {
                        riders.add(row.getLong("id"));
                        room[0] -= row.getInt("size");
                    }
                });
        return riders;
    }

    /** In the order in which the message tells them, however they were read. */
    static List<HandOver> asTold(List<HandOver> riders) {
        return riders.stream().sorted(AS_TOLD).toList();
    }

    /** Those that waited for a message which will not go, because the notice whose name it bears is not needed any more, go without it. */
    static void release(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        update notice rider set bundle_id = null from notice first
                        where first.id = rider.bundle_id and rider.state = 'PLANNED' and first.state = 'SKIPPED'
                        """)
                .update();
    }
}
