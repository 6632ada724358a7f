package org.keizoku.people.contact;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keizoku.people.LeaderOrOperator;
import org.keizoku.people.absence.DeclaredAbsence;
import org.keizoku.people.absence.DeclaredAbsences;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.platform.JapanTime;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody's contacts for those who must reach them: masked, with how sure each is; one person's whole on demand. */
@Controller
class ContactBookPages {

    private static final String PAGE = "people/contact-book";

    private final ContactBook book;
    private final ContactCheck check;
    private final ContactCheckSettings settings;
    private final LeaderOrOperator rights;
    private final Plans plans;
    private final DeclaredAbsences absences;
    private final Clock clock;

    ContactBookPages(
            ContactBook book,
            ContactCheck check,
            ContactCheckSettings settings,
            LeaderOrOperator rights,
            Plans plans,
            DeclaredAbsences absences,
            Clock clock) {
        this.book = book;
        this.check = check;
        this.settings = settings;
        this.rights = rights;
        this.plans = plans;
        this.absences = absences;
        this.clock = clock;
    }

    @GetMapping("/contacts")
    String all(Authentication person, Model page) {
        rights.insist(person);
        return page(page);
    }

    /** Not a link: what is put on the record is not asked for by a browser that looks ahead, nor kept by it. */
    @PostMapping("/contacts/{id}/shown")
    String show(@PathVariable String id, Authentication person, Model page, HttpServletResponse response) {
        rights.insist(person);
        var shown = new PersonId(id);
        page.addAttribute(
                "shownOf", plans.inForce().findPerson(id).map(Person::name).orElse(id));
        page.addAttribute(
                "shown",
                book.shown(shown, new PersonId(person.getName())).stream()
                        .map(contact -> new Whole(label(contact), contact.address()))
                        .toList());
        response.setHeader("Cache-Control", "no-store");
        return page(page);
    }

    @PostMapping("/contacts/{id}/confirmed")
    String confirm(
            @PathVariable String id,
            @RequestParam ContactChannel channel,
            @RequestParam int position,
            Authentication person) {
        rights.insist(person);
        book.confirmed(new PersonId(id), channel, position, new PersonId(person.getName()));
        return "redirect:/contacts";
    }

    private String page(Model page) {
        Plan plan = plans.inForce();
        Map<PersonId, List<ContactStanding>> contacts =
                book.all().stream().collect(Collectors.groupingBy(ContactStanding::person));
        Set<PersonId> lacking = Set.copyOf(book.lacking(plan));
        Map<PersonId, DeclaredAbsence> away = absences.now();
        page.addAttribute("checkedAt", check.latest().map(JapanTime::plain).orElse(null));
        page.addAttribute("days", settings.provedFor().toDays());
        page.addAttribute("lacking", lacking.size());
        page.addAttribute(
                "people",
                plan.people().stream()
                        .map(person -> row(
                                person,
                                contacts.getOrDefault(person.id(), List.of()),
                                lacking.contains(person.id()),
                                Optional.ofNullable(away.get(person.id()))
                                        .map(DeclaredAbsence::told)
                                        .orElse(null)))
                        .sorted((a, b) -> Boolean.compare(b.lacking, a.lacking))
                        .toList());
        return PAGE;
    }

    private Row row(Person person, List<ContactStanding> contacts, boolean lacking, String away) {
        return new Row(
                person.id().value(),
                person.name(),
                person.post(),
                lacking,
                away,
                contacts.stream().map(this::line).toList());
    }

    private Line line(ContactStanding known) {
        boolean proved = known.isProved(clock.instant(), settings.provedFor());
        return new Line(
                known.contact().channel().name(),
                known.contact().position(),
                label(known.contact()),
                Masked.of(known.contact()),
                state(known, proved),
                proved);
    }

    private static String state(ContactStanding known, boolean proved) {
        if (!known.isReadable()) {
            return "読めない(暗号化した鍵がありません)";
        }
        if (known.staleSince() != null) {
            return "届かなかった(%s)".formatted(JapanTime.plain(known.staleSince()));
        }
        return known.provedAt() == null
                ? "未確認"
                : (proved ? "確認済み(%s)" : "確認が古い(%s)").formatted(JapanTime.plain(known.provedAt()));
    }

    private static String label(Contact contact) {
        return contact.channel().label(contact.position());
    }

    /**
     * One person; the lacking stand first.
     *
     * @param away why the person is not there and until when, null where they are
     */
    record Row(String id, String name, String post, boolean lacking, String away, List<Line> contacts) {}

    /** One contact, masked. */
    record Line(String channel, int position, String label, String masked, String state, boolean proved) {}

    /** One contact as it is; it does not print its address. */
    record Whole(String label, String address) {

        @Override
        public String toString() {
            return "Whole[%s ***]".formatted(label);
        }
    }
}
