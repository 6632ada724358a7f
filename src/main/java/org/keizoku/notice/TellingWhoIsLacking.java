package org.keizoku.notice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keizoku.people.contact.ContactsLacking;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.platform.InsideAddress;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the leader who has fewer than two proved contacts: names and the page that shows them, never a number or an address. */
@Component
class TellingWhoIsLacking {

    /** More names than these are on the page: an SMS is not read further. */
    private static final int NAMES = 5;

    private final Notices notices;
    private final Plans plans;
    private final InsideAddress address;

    TellingWhoIsLacking(Notices notices, Plans plans, InsideAddress address) {
        this.notices = notices;
        this.plans = plans;
        this.address = address;
    }

    /** Once for each day, whoever asks how often. */
    @EventListener
    void on(ContactsLacking found) {
        Plan plan = plans.inForce();
        String text = "連絡先の点検: 届くと確かめられた連絡先が二つに満たない職員が%d人います(%s)。%s"
                .formatted(found.people().size(), names(found.people(), plan), address.contacts());
        plan.role(plan.duties().leader())
                .ranks()
                .get(0)
                .persons()
                .forEach(leader -> notices.plan(new NoticeOrder(
                        null,
                        "contact-check/" + found.day(),
                        0,
                        leader,
                        Urgency.INFORMATION,
                        "【連絡先の点検】%d人の確認が必要".formatted(found.people().size()),
                        text,
                        Optional.empty())));
    }

    private static String names(List<PersonId> people, Plan plan) {
        String named = people.stream()
                .limit(NAMES)
                .map(person -> plan.findPerson(person.value()).map(Person::name).orElse(person.value()))
                .collect(Collectors.joining("、"));
        return people.size() > NAMES ? "%s ほか%d人".formatted(named, people.size() - NAMES) : named;
    }
}
