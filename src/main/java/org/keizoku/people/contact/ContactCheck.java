package org.keizoku.people.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.Keizoku;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.people.contact.ContactChecks.Made;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plans;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The daily check of who can be reached: from nine in the morning on, once a day. A day on which no node ran is made up for by the next look,
 * since it is about how things stand and not about how they stood. Who is lacking is told when the list changed, and again each week while
 * it does not get empty: the same list every morning would soon be read by nobody, and one that is told once would be forgotten.
 */
@Component
class ContactCheck {

    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final ZoneId ZONE = ZoneId.of(Keizoku.ZONE);
    private static final Period TOLD_AGAIN_AFTER = Period.ofWeeks(1);

    private final ContactChecks checks;
    private final ContactBook book;
    private final Plans plans;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ContactCheck(ContactChecks checks, ContactBook book, Plans plans, Clock clock, ApplicationEventPublisher events) {
        this.checks = checks;
        this.book = book;
        this.plans = plans;
        this.clock = clock;
        this.events = events;
    }

    /** Checks where today's check is due and was not made; whether it did. */
    @Transactional
    public boolean look() {
        var now = clock.instant().atZone(ZONE);
        LocalDate today = now.toLocalDate();
        if (now.toLocalTime().isBefore(FROM) || checks.of(today).isPresent()) {
            return false;
        }
        List<PersonId> lacking = book.lacking(plans.inForce());
        var check =
                new Made(today, now.toInstant(), plans.inForce().people().size(), lacking, isToBeTold(today, lacking));
        boolean first = checks.keep(check);
        if (first) {
            record(check);
        }
        return first;
    }

    private boolean isToBeTold(LocalDate today, List<PersonId> lacking) {
        boolean changed =
                checks.latest(today).map(Made::lacking).filter(lacking::equals).isEmpty();
        boolean longAgo = checks.latestTold(today)
                .filter(told -> told.day().plus(TOLD_AGAIN_AFTER).isAfter(today))
                .isEmpty();
        return !lacking.isEmpty() && (changed || longAgo);
    }

    private void record(Made check) {
        events.publishEvent(new Fact(
                null,
                check.at(),
                Actor.SYSTEM,
                null,
                "contacts-checked",
                "連絡先を点検しました。届くと確かめられた連絡先が二つに満たない職員は%d人です(全%d人)。"
                        .formatted(check.lacking().size(), check.people()),
                Map.of("職員", check.lacking().stream().map(PersonId::value).toList())));
        if (check.told()) {
            events.publishEvent(new ContactsLacking(check.day(), check.lacking()));
        }
    }

    /** When the latest check was; empty before the first. */
    Optional<Instant> latest() {
        return checks.latest(LocalDate.ofInstant(clock.instant(), ZONE)).map(Made::at);
    }
}
