package org.keizoku.people.contact;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.Keizoku;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The daily check of who can be reached: from nine in the morning on, once a day. A day on which no node ran is made up for by the next look,
 * since it is about how things stand and not about how they stood.
 */
@Component
class ContactCheck {

    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final ZoneId ZONE = ZoneId.of(Keizoku.ZONE);

    private final JdbcClient jdbc;
    private final ContactBook book;
    private final Plans plans;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ContactCheck(JdbcClient jdbc, ContactBook book, Plans plans, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.book = book;
        this.plans = plans;
        this.clock = clock;
        this.events = events;
    }

    /** Checks where today's check is due and was not made; whether it did. */
    @Transactional
    public boolean look() {
        var now = clock.instant().atZone(ZONE);
        if (now.toLocalTime().isBefore(FROM) || isDone(now.toLocalDate())) {
            return false;
        }
        Plan plan = plans.inForce();
        List<PersonId> lacking = book.lacking(plan);
        boolean first = jdbc.sql(
                                """
                                insert into contact_check (day, checked_at, people, lacking) values (:day, :now, :people, :lacking)
                                on conflict (day) do nothing
                                """)
                        .param("day", now.toLocalDate())
                        .param("now", Timestamp.from(now.toInstant()))
                        .param("people", plan.people().size())
                        .param("lacking", lacking.size())
                        .update()
                > 0;
        if (first) {
            events.publishEvent(new Fact(
                    null,
                    now.toInstant(),
                    Actor.SYSTEM,
                    null,
                    "contacts-checked",
                    "連絡先を点検しました。届くと確かめられた連絡先が二つに満たない職員は%d人です(全%d人)。"
                            .formatted(lacking.size(), plan.people().size()),
                    Map.of("職員", lacking.stream().map(PersonId::value).toList())));
        }
        return first;
    }

    /** When the latest check was; empty before the first. */
    Optional<Instant> latest() {
        return jdbc.sql("select checked_at from contact_check order by day desc limit 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private boolean isDone(LocalDate day) {
        return jdbc.sql("select exists (select 1 from contact_check where day = :day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
