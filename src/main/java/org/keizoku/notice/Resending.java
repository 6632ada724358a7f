package org.keizoku.notice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.engine.Fact;
import org.keizoku.people.contact.Contacts;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends notices again, by hand, to those whom they did not reach. */
@Service
public class Resending {

    /** Rounds from here on are by hand; reminders count from 1 and must not take them for theirs. */
    static final int BY_HAND = 1000;

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Contacts contacts;
    private final Channels channels;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Resending(
            JdbcClient jdbc,
            Notices notices,
            Contacts contacts,
            Channels channels,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.contacts = contacts;
        this.channels = channels;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Orders anew, by all of the person's channels, what reached them by none; on the record. Whoever has answered, or has it still
     * coming, gets nothing, so asking twice sends once.
     *
     * @return how many persons get something
     */
    @Transactional
    public int toTheUnreached(ActivationNumber activation, PersonId by) {
        List<PersonId> told = lost(activation).stream()
                .filter(order ->
                        contacts.of(order.to()).stream().anyMatch(way -> channels.lead(activation, order.to(), way)))
                .filter(order -> notices.plan(order) > 0)
                .map(NoticeOrder::to)
                .distinct()
                .toList();
        if (!told.isEmpty()) {
            events.publishEvent(new Fact(
                    activation.value(),
                    clock.instant(),
                    by.value(),
                    null,
                    "notices-resent",
                    "通知が届いていない%d人に、もう一度送るよう指示しました。".formatted(told.size()),
                    Map.of("相手", told.stream().map(PersonId::value).toList())));
        }
        return told.size();
    }

    /** The latest of each step for each person, where all of its ways are lost and nothing else of the step arrived. */
    private List<NoticeOrder> lost(ActivationNumber activation) {
        return jdbc
                .sql(
                        """
                        select latest.* from (
                          select distinct on (step, person_id) * from notice where activation_number = :activation
                          order by step, person_id, id desc) latest
                        where not exists (
                          select 1 from notice n where n.activation_number = latest.activation_number and n.step = latest.step
                            and n.person_id = latest.person_id
                            and (n.not_needed_since is not null or n.state = 'DELIVERED'
                              or n.round = latest.round and n.state not in ('EXPIRED', 'UNDELIVERED', 'FAILED', 'SKIPPED')))
                        order by latest.id
                        """)
                .param("activation", activation.value())
                .query((row, n) -> NoticeOrder.from(row))
                .list()
                .stream()
                .map(lost -> lost.inRound(Math.max(BY_HAND, lost.round() + 1)))
                .toList();
    }
}
