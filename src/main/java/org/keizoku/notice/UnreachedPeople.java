package org.keizoku.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.plan.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom no way reached, and who has not answered in spite of that. */
@Component
public class UnreachedPeople {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    UnreachedPeople(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Who is unreached now, with what. An answer or a late delivery takes them off again, and where the channel reports none, that it
     * took the notice after all.
     */
    public List<Unreached> of(ActivationNumber activation) {
        Map<Key, List<Try>> tries = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select u.step, u.person_id, u.subject, n.channel, n.position, n.state, n.last_error from unreached u
                        join notice n using (activation_number, step, person_id)
                        where u.activation_number = :activation and not exists (
                          select 1 from notice good where good.activation_number = u.activation_number and good.step = u.step
                            and good.person_id = u.person_id and (good.not_needed_since is not null or good.state = 'DELIVERED'
                              or good.state = 'ACCEPTED' and good.hear_by is null and good.changed_at >= u.since))
                        order by u.since, u.person_id, n.round desc, n.id
                        """)
                .param("activation", activation.value())
                .query(row -> {
                    tries.computeIfAbsent(
                                    new Key(
                                            new PersonId(row.getString("person_id")),
                                            row.getString("step"),
                                            row.getString("subject")),
                                    key -> new ArrayList<>())
                            .add(new Try(
                                    row.getString("channel"),
                                    row.getInt("position"),
                                    NoticeState.valueOf(row.getString("state")),
                                    row.getString("last_error")));
                });
        return tries.entrySet().stream()
                .map(entry -> new Unreached(
                        entry.getKey().person,
                        entry.getKey().step,
                        entry.getKey().subject,
                        entry.getValue().stream().map(Try::told).distinct().collect(Collectors.joining("、"))))
                .toList();
    }

    /** The activations with somebody whom nobody was told of yet. */
    List<ActivationNumber> untold() {
        return jdbc.sql("select distinct activation_number from unreached where listed_at is null order by 1")
                .query((row, n) -> new ActivationNumber(row.getString(1)))
                .list();
    }

    /** Says whom nobody was told of yet; whoever hears it does so in the same transaction, or nobody was told. */
    @Transactional
    public void tell(ActivationNumber activation) {
        Set<String> fresh = new HashSet<>(jdbc.sql(
                        """
                        update unreached set listed_at = :now where activation_number = :activation and listed_at is null
                        returning step || '/' || person_id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("activation", activation.value())
                .query(String.class)
                .list());
        List<Unreached> found = of(activation).stream()
                .filter(person -> fresh.contains(person.step() + "/" + person.person()))
                .toList();
        if (!found.isEmpty()) {
            events.publishEvent(new UnreachedFound(activation, found));
        }
    }

    private record Key(PersonId person, String step, String subject) {}

    private record Try(String channel, int position, NoticeState state, String lastError) {

        String told() {
            if (channel.equals(Notices.NO_CHANNEL)) {
                return "連絡先なし";
            }
            String way = ContactChannel.valueOf(channel).label(position);
            return (way + " " + state.label() + " "
                            + Optional.ofNullable(lastError).orElse(""))
                    .trim();
        }
    }
}
