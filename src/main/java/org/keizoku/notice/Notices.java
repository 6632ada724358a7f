package org.keizoku.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.people.contact.Contact;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.people.contact.Contacts;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All notices: orders are written down here, in the transaction of whoever orders, and leave only once that is committed. */
@Service
public class Notices {

    static final String NO_CHANNEL = "NONE";

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Channels channels;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Notices(JdbcClient jdbc, Contacts contacts, Channels channels, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.channels = channels;
        this.clock = clock;
        this.events = events;
    }

    /** Plans one notice for each open channel of the person, and returns how many are new; a repeated order plans nothing. */
    @Transactional
    public int plan(NoticeOrder order) {
        Map<ContactChannel, Contact> ways = new EnumMap<>(ContactChannel.class);
        contacts.of(order.to()).stream()
                .filter(contact -> channels.has(contact.channel()))
                .forEach(contact -> ways.putIfAbsent(contact.channel(), contact));
        if (ways.isEmpty()) {
            skip(order);
            return 0;
        }
        int planned = ways.values().stream()
                .filter(way -> !isPlanned(order, way.channel()))
                .mapToInt(way -> insert(order, way.channel().name(), way.position(), NoticeState.PLANNED, null))
                .sum();
        if (planned > 0) {
            events.publishEvent(new NoticesPlanned());
        }
        return planned;
    }

    /** Plans the same notice by one more way; false where it was planned already. */
    boolean planBy(NoticeOrder order, Contact way) {
        boolean isNew = insert(order, way.channel().name(), way.position(), NoticeState.PLANNED, null) > 0;
        if (isNew) {
            events.publishEvent(new NoticesPlanned());
        }
        return isNew;
    }

    /** The persons that were ordered any notice in the activation, reachable or not. */
    public Set<PersonId> told(ActivationNumber activation) {
        return new TreeSet<>(jdbc.sql("select distinct person_id from notice where activation_number = :activation")
                .param("activation", activation.value())
                .query((row, n) -> new PersonId(row.getString(1)))
                .list());
    }

    /** Every notice of the activation, the oldest first. */
    public List<NoticeView> of(ActivationNumber activation) {
        return jdbc.sql("select * from notice where activation_number = :activation order by id")
                .param("activation", activation.value())
                .query(Notices::view)
                .list();
    }

    /**
     * The person has answered and needs no more of that step: what has not left yet stays here, what is on its way is not tried again,
     * what has left is answered.
     */
    @Transactional
    public int cancelRound(ActivationNumber activation, String step, PersonId person) {
        OneAtATime.hold(jdbc, NextWay.thing(activation.value(), step, person.value()));
        int cancelled = jdbc.sql(
                        """
                        update notice set not_needed_since = :now,
                          state = case when state = 'PLANNED' then 'SKIPPED' when state in (:answered) then 'ANSWERED' else state end,
                          changed_at = case when state = 'PLANNED' or state in (:answered) then :now else changed_at end
                        where activation_number = :activation and step = :step and person_id = :person
                          and not_needed_since is null
                        """)
                .param("answered", DeliveryReport.ANSWERED.changes())
                .param("activation", activation.value())
                .param("step", step)
                .param("person", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        Bundles.release(jdbc);
        return cancelled;
    }

    private void skip(NoticeOrder order) {
        if (insert(order, NO_CHANNEL, 0, NoticeState.SKIPPED, "連絡先なし") == 0) {
            return;
        }
        events.publishEvent(new Fact(
                order.activationNumber(),
                clock.instant(),
                Actor.SYSTEM,
                null,
                "notice-no-contact",
                "{%s} には使える連絡先がなく、「%s」を通知できません。電話などで伝えてください。".formatted(order.to(), order.subject()),
                Map.of()));
    }

    /** By whichever address: an order that is repeated after the addresses changed is the same order. */
    private boolean isPlanned(NoticeOrder order, ContactChannel channel) {
        return jdbc.sql(
                        """
                        select exists (select 1 from notice where activation_number is not distinct from :activation and step = :step
                          and round = :round and person_id = :person and channel = :channel)
                        """)
                .param("activation", order.activationNumber(), Types.VARCHAR)
                .param("step", order.step())
                .param("round", order.round())
                .param("person", order.to().value())
                .param("channel", channel.name())
                .query(Boolean.class)
                .single();
    }

    private int insert(NoticeOrder order, String channel, int position, NoticeState state, String why) {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        insert into notice (activation_number, step, round, person_id, channel, position, urgency, subject, text, link_id,
                          state, planned_at, due_at, changed_at, last_error)
                        values (:activation, :step, :round, :person, :channel, :position, :urgency, :subject, :text, :link,
                          :state, :now, :now, :now, :why)
                        on conflict (activation_number, step, round, person_id, channel, position) do nothing
                        """)
                .param("activation", order.activationNumber())
                .param("step", order.step())
                .param("round", order.round())
                .param("person", order.to().value())
                .param("channel", channel)
                .param("position", position)
                .param("urgency", order.urgency().name())
                .param("subject", order.subject())
                .param("text", order.text())
                .param("link", order.link().map(LinkId::value).orElse(null))
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .param("why", why)
                .update();
    }

    private static NoticeView view(ResultSet row, int n) throws SQLException {
        String channel = row.getString("channel");
        return new NoticeView(
                row.getLong("id"),
                row.getString("step"),
                row.getInt("round"),
                new PersonId(row.getString("person_id")),
                channel.equals(NO_CHANNEL) ? Optional.empty() : Optional.of(ContactChannel.valueOf(channel)),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("subject"),
                NoticeState.valueOf(row.getString("state")),
                row.getTimestamp("planned_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("attempts"),
                row.getBoolean("possibly_double"),
                row.getString("last_error"));
    }
}
