package org.keizoku.people.contact;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keizoku.engine.Fact;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** How vendors and organisations are reached, for whoever has to telephone: the list, and one of them; each look at numbers is on the record. */
@Controller
class OutsideLookUp {

    private final OutsideContacts contacts;
    private final OutsideRights rights;
    private final Plans plans;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutsideLookUp(
            OutsideContacts contacts,
            OutsideRights rights,
            Plans plans,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contacts = contacts;
        this.rights = rights;
        this.plans = plans;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/outside-contacts")
    String list(Authentication person, Model page) {
        rights.insist(person);
        Plan plan = plans.inForce();
        page.addAttribute(
                "owners",
                OutsideOwner.of(plan).stream()
                        .map(owner -> Listed.of(owner, plan))
                        .toList());
        return "people/outside-list";
    }

    /** Not a link: what is put on the record is not asked for by a browser that looks ahead. */
    @PostMapping("/outside-contacts/{kind}/{id}")
    String one(@PathVariable String kind, @PathVariable String id, Authentication person, Model page) {
        rights.insist(person);
        Plan plan = plans.inForce();
        OutsideOwner owner = OutsideOwner.of(plan).stream()
                .filter(known -> known.kind().code().equals(kind) && known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Listed listed = Listed.of(owner, plan);
        events.publishEvent(new Fact(
                null,
                clock.instant(),
                person.getName(),
                null,
                "outside-contacts-looked-up",
                "{%s} が%sの連絡先を見ました。".formatted(person.getName(), listed.name()),
                Map.of("相手", listed.name())));
        page.addAttribute("owner", listed);
        page.addAttribute(
                "points", contacts.of(owner).stream().map(OutsideLookUp::point).toList());
        return "people/outside-one";
    }

    private static Point point(OutsideContact contact) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(OutsideField.values())
                .filter(field -> !contact.value(field).isEmpty())
                .forEach(field -> values.put(field.heading(), contact.value(field)));
        return new Point(contact.point(), values);
    }

    /** A vendor or an organisation without any number. */
    record Listed(String kind, String code, String id, String name, String part, List<String> points) {

        static Listed of(OutsideOwner owner, Plan plan) {
            return new Listed(
                    owner.kind().label(),
                    owner.kind().code(),
                    owner.id(),
                    owner.name(plan).orElse(owner.id()),
                    owner.part(plan),
                    owner.points(plan));
        }
    }

    /** A contact point with what is known of it, by the names of the columns. */
    record Point(String name, Map<String, String> values) {}
}
