package org.keizoku.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.people.contact.Contact;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.people.contact.Contacts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows when a notice does not reach its person: the same notice goes by the next way of that person, once; after the last way
 * the person is listed as unreached. Why at once by all channels and then by further addresses: docs/adr/0010-delivery.md.
 */
@Component
class NextWay {

    /** Failed, or no good news in time; nobody answered, and not followed up yet. */
    private static final String LOST =
            """
            passed_on_at is null and not_needed_since is null
              and (state in ('UNDELIVERED', 'FAILED') or state = 'SKIPPED' and channel = 'NONE'
                or hear_by <= :now and state in ('PLANNED', 'HANDING_OVER', 'UNKNOWN', 'ACCEPTED', 'SENT'))
            """;

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Channels channels;
    private final Notices notices;
    private final NoticePolicies policies;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NextWay(
            JdbcClient jdbc,
            Contacts contacts,
            Channels channels,
            Notices notices,
            NoticePolicies policies,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.channels = channels;
        this.notices = notices;
        this.policies = policies;
        this.clock = clock;
        this.events = events;
    }

    /** What an answer and a next way must not both change at the same moment. */
    static String thing(String activation, String step, String person) {
        return activation + "/" + step + "/" + person;
    }

    /** The lost notices, some at a time. */
    List<Lost> lost() {
        return jdbc.sql("select * from notice where " + LOST + " order by id limit " + AT_ONCE)
                .param("now", now())
                .query(Lost::from)
                .list();
    }

    /** Follows one lost notice up, unless somebody else did or it is not lost any more. */
    @Transactional
    public void follow(Lost seen) {
        OneAtATime.hold(
                jdbc,
                thing(
                        seen.order.activationNumber(),
                        seen.order.step(),
                        seen.order.to().value()));
        jdbc.sql(
                        """
                        update notice set passed_on_at = :now,
                          state = case when state in (:expiring) then 'EXPIRED' else state end,
                          changed_at = case when state in (:expiring) then :now else changed_at end
                        where id = :notice and
                        """
                                + LOST
                                + " returning *")
                .param("now", now())
                .param("expiring", DeliveryReport.OVERDUE.changes())
                .param("notice", seen.id)
                .query(Lost::from)
                .optional()
                .ifPresent(this::passOn);
    }

    private void passOn(Lost lost) {
        if (lost.castsDoubt()) {
            contacts.doubt(lost.order.to(), lost.channel.orElseThrow(), lost.position, lost.plannedAt, clock.instant());
        }
        Optional<Contact> next = lost.channel.flatMap(failed -> unused(lost));
        if (next.isPresent()) {
            if (notices.planBy(lost.order, next.get())) {
                tell(lost, next.get());
            }
        } else {
            listUnlessAnotherWayIsOpen(lost);
        }
    }

    private Optional<Contact> unused(Lost lost) {
        List<String> used = jdbc.sql(
                        """
                        select channel || position from notice where activation_number is not distinct from :activation and step = :step
                          and round = :round and person_id = :person
                        """)
                .params(key(lost))
                .param("round", lost.order.round())
                .query(String.class)
                .list();
        return policies.of(lost.order.activation(), lost.order.urgency()).inOrder(contacts.of(lost.order.to())).stream()
                .filter(way -> channels.lead(lost.order.activation(), lost.order.to(), way))
                .filter(way -> !used.contains(way.channel().name() + way.position()))
                .findFirst();
    }

    /** The telephone list is an activation's; what is about none has its failure on the record. */
    private void listUnlessAnotherWayIsOpen(Lost lost) {
        if (lost.order.activation() == null) {
            return;
        }
        jdbc.sql(
                        """
                        insert into unreached (activation_number, step, person_id, subject, since)
                        select :activation, :step, :person, :subject, :now where not exists (
                          select 1 from notice where activation_number = :activation and step = :step and round = :round
                            and person_id = :person and passed_on_at is null
                            and state not in ('EXPIRED', 'UNDELIVERED', 'FAILED', 'SKIPPED'))
                        on conflict (activation_number, step, person_id) do nothing
                        """)
                .params(key(lost))
                .param("round", lost.order.round())
                .param("subject", lost.order.subject())
                .param("now", now())
                .update();
    }

    private void tell(Lost lost, Contact next) {
        events.publishEvent(new Fact(
                lost.order.activationNumber(),
                clock.instant(),
                Actor.SYSTEM,
                null,
                "notice-next-way",
                "通知 %d({%s}、%s)が届かないため(%s)、次の連絡先(%s)へ送ります。"
                        .formatted(
                                lost.id,
                                lost.order.to(),
                                lost.channel.orElseThrow().label(lost.position),
                                lost.why(),
                                next.channel().label(next.position())),
                Map.of()));
    }

    private static Map<String, Object> key(Lost lost) {
        var key = new HashMap<String, Object>();
        key.put("activation", new SqlParameterValue(Types.VARCHAR, lost.order.activationNumber()));
        key.put("step", lost.order.step());
        key.put("person", lost.order.to().value());
        return key;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** A notice that did not reach its person by this address; the channel is empty where the person has none. */
    record Lost(
            long id,
            NoticeOrder order,
            Optional<ContactChannel> channel,
            int position,
            NoticeState state,
            Instant plannedAt,
            String lastError) {

        static Lost from(ResultSet row, int n) throws SQLException {
            String channel = row.getString("channel");
            return new Lost(
                    row.getLong("id"),
                    NoticeOrder.from(row),
                    channel.equals(Notices.NO_CHANNEL)
                            ? Optional.empty()
                            : Optional.of(ContactChannel.valueOf(channel)),
                    row.getInt("position"),
                    NoticeState.valueOf(row.getString("state")),
                    row.getTimestamp("planned_at").toInstant(),
                    row.getString("last_error"));
        }

        boolean castsDoubt() {
            boolean refused = state == NoticeState.UNDELIVERED || state == NoticeState.FAILED;
            return channel.isPresent()
                    && refused
                    && CarrierWords.castDoubtOnTheAddress(
                            lastError == null ? null : lastError.split(" ")[0]);
        }

        String why() {
            return switch (state) {
                case EXPIRED -> "期限内に配信の報告なし";
                case UNDELIVERED, FAILED -> (state.label() + " " + (lastError == null ? "" : lastError)).trim();
                default -> ("まだ渡せていない " + (lastError == null ? "" : lastError)).trim();
            };
        }
    }
}
