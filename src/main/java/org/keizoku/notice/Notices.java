package org.keizoku.notice;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keizoku.activation.ActivationNumber;
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

    private static final String OUTSIDE_OF_DRILL = "訓練の通知先ではない";

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Channels channels;
    private final NoticePolicies policies;
    private final Clock clock;
    private final NoticeRecord record;
    private final ApplicationEventPublisher events;

    Notices(
            JdbcClient jdbc,
            Contacts contacts,
            Channels channels,
            NoticePolicies policies,
            Clock clock,
            NoticeRecord record,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.channels = channels;
        this.policies = policies;
        this.clock = clock;
        this.record = record;
        this.events = events;
    }

    /** Plans one notice for each way that goes first by the plan, and returns how many are new; a repeated order plans nothing. */
    @Transactional
    public int plan(NoticeOrder order) {
        List<Contact> open = open(order.activation(), order.to());
        if (open.isEmpty() && isOutsideOfDrill(order)) {
            insert(order, NO_CHANNEL, 0, NoticeState.SKIPPED, OUTSIDE_OF_DRILL);
            return 0;
        }
        List<Contact> ways = policies.of(order.activation(), order.urgency()).first(open);
        if (ways.isEmpty()) {
            skip(order);
            return 0;
        }
        List<Contact> planned = ways.stream()
                .filter(way -> !isPlanned(order, way.channel()))
                .filter(way -> insert(order, way.channel().name(), way.position(), NoticeState.PLANNED, null) > 0)
                .toList();
        if (!planned.isEmpty()) {
            record.planned(order, planned);
            events.publishEvent(new NoticesPlanned());
        }
        return planned.size();
    }

    /** By which channels a notice of the activation, null for none, would leave to the person now. */
    public Set<ContactChannel> channels(ActivationNumber activation, PersonId to) {
        return open(activation, to).stream()
                .map(Contact::channel)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ContactChannel.class)));
    }

    private List<Contact> open(ActivationNumber activation, PersonId to) {
        return contacts.of(to).stream()
                .filter(contact -> channels.lead(activation, to, contact))
                .toList();
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
                .query(NoticeView::from)
                .list();
    }

    /**
     * The person has answered and needs no more of that step: what has not left yet stays here, what is on its way is not tried again,
     * what has left is answered.
     */
    @Transactional
    public int cancelRound(ActivationNumber activation, String step, PersonId person) {
        OneAtATime.hold(jdbc, NextWay.thing(activation.value(), step, person.value()));
        proveTheOnlyWay(activation, step, person);
        int cancelled = jdbc.sql(
                        """
                        with told as materialized (
                          select id from notice where activation_number = :activation and step = :step and person_id = :person
                            and not_needed_since is null order by id for update)
                        update notice n set not_needed_since = :now,
                          state = case when state = 'PLANNED' then 'SKIPPED' when state in (:answered) then 'ANSWERED' else state end,
                          changed_at = case when state = 'PLANNED' or state in (:answered) then :now else changed_at end
                        from told where n.id = told.id
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

    /** Whoever answers got it by some way: where only one has not failed, it was that. */
    private void proveTheOnlyWay(ActivationNumber activation, String step, PersonId person) {
        List<Way> left = jdbc.sql(
                        """
                        select channel, position, min(planned_at) as planned_at from notice where activation_number = :activation
                          and step = :step and person_id = :person and state in (:left) group by channel, position
                        """)
                .param("activation", activation.value())
                .param("step", step)
                .param("person", person.value())
                .param("left", List.of("ACCEPTED", "SENT", "DELIVERED", "EXPIRED", "UNKNOWN", "HANDING_OVER"))
                .query((row, n) -> new Way(
                        ContactChannel.valueOf(row.getString("channel")),
                        row.getInt("position"),
                        row.getTimestamp("planned_at").toInstant()))
                .list();
        if (left.size() == 1) {
            Way way = left.get(0);
            contacts.prove(person, way.channel, way.position, way.plannedAt, clock.instant());
        }
    }

    /** Whom a drill does not reach on purpose is nobody to telephone in earnest. */
    private boolean isOutsideOfDrill(NoticeOrder order) {
        return order.activation() != null && order.activation().isDrill();
    }

    private void skip(NoticeOrder order) {
        if (insert(order, NO_CHANNEL, 0, NoticeState.SKIPPED, "連絡先なし") > 0) {
            record.unreachable(order);
        }
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
        var course = policies.of(order.activation(), order.urgency());
        return jdbc.sql(
                        """
                        insert into notice (activation_number, step, round, person_id, channel, position, urgency, subject, text, link_id,
                          state, planned_at, due_at, changed_at, last_error, not_needed_since, hear_within, one_by_one)
                        values (:activation, :step, :round, :person, :channel, :position, :urgency, :subject, :text, :link,
                          :state, :now, :now, :now, :why, :notNeeded, :hearSeconds * interval '1 second', :oneByOne)
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
                .param("hearSeconds", course.nextAfter().toSeconds())
                .param("oneByOne", !course.atOnce())
                .param("notNeeded", OUTSIDE_OF_DRILL.equals(why) ? Timestamp.from(now) : null, Types.TIMESTAMP)
                .update();
    }

    private record Way(ContactChannel channel, int position, Instant plannedAt) {}
}
