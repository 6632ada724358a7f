package org.keizoku.people.absence;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.keizoku.Keizoku;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.engine.Refused;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.JapanTime;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leave and journeys, declared from a phone: everybody's own, and for the leader those of the section. */
@Controller
class AbsencePages {

    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(ZoneId.of(Keizoku.ZONE));

    private final DeclaredAbsences absences;
    private final AbsenceRights rights;
    private final Clock clock;

    AbsencePages(DeclaredAbsences absences, AbsenceRights rights, Clock clock) {
        this.absences = absences;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping("/absences")
    String all(Authentication me, Model page) {
        return page(me, page, new Entered(me.getName(), "", FIELD.format(clock.instant()), ""));
    }

    @PostMapping("/absences")
    String declare(
            @RequestParam String person,
            @RequestParam AbsenceKind kind,
            @RequestParam String from,
            @RequestParam String until,
            Authentication me,
            Model page) {
        var away = new PersonId(person);
        rights.insist(me, away);
        try {
            absences.declare(
                    away,
                    kind,
                    EnteredMoment.of("から", from),
                    EnteredMoment.of("まで", until),
                    new PersonId(me.getName()));
            return "redirect:/absences";
        } catch (Refused refused) {
            page.addAttribute("refused", refused.getMessage());
            return page(me, page, new Entered(person, kind.name(), from, until));
        }
    }

    @PostMapping("/absences/{id:\\d+}/ended")
    String end(@PathVariable long id, Authentication me) {
        var absence = absences.find(id).orElseThrow(() -> new AccessDeniedException("no absence ahead"));
        rights.insist(me, absence.person());
        absences.end(absence, new PersonId(me.getName()));
        return "redirect:/absences";
    }

    private String page(Authentication me, Model page, Entered entered) {
        var people = rights.mayDeclareFor(me);
        page.addAttribute("people", people);
        page.addAttribute("kinds", AbsenceKind.values());
        page.addAttribute("entered", entered);
        page.addAttribute(
                "absences",
                absences.ahead().stream()
                        .flatMap(absence -> people.stream()
                                .filter(person -> person.id().equals(absence.person()))
                                .map(person -> line(absence, person)))
                        .toList());
        return "people/absences";
    }

    private Line line(DeclaredAbsence absence, Person person) {
        return new Line(
                absence.id(),
                person.name(),
                absence.kind().label(),
                JapanTime.plain(absence.from()),
                JapanTime.plain(absence.until()),
                absence.isAt(clock.instant()));
    }

    /** What stands in the form. */
    record Entered(String person, String kind, String from, String until) {}

    /** One absence that is not over. */
    record Line(long id, String name, String kind, String from, String until, boolean now) {}
}
