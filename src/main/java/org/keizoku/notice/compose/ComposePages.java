package org.keizoku.notice.compose;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.engine.Refused;
import org.keizoku.people.LeaderOrOperator;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the leader or the operator writes to people of an activation: written, looked at, sent. */
@Controller
class ComposePages {

    private static final String PAGE = "notice/compose";

    private final Composing composing;
    private final Activations activations;
    private final LeaderOrOperator rights;
    private final Clock clock;

    ComposePages(Composing composing, Activations activations, LeaderOrOperator rights, Clock clock) {
        this.composing = composing;
        this.activations = activations;
        this.rights = rights;
        this.clock = clock;
    }

    /** What the writer entered, as it comes back from the browser. */
    record Draft(
            String activation, String text, Set<String> roles, Set<String> people, Long begun, Boolean longAgreed) {

        Draft {
            text = text == null ? "" : text.strip().replace("\r\n", "\n");
            roles = roles == null ? Set.of() : roles;
            people = people == null ? Set.of() : people;
            longAgreed = Boolean.TRUE.equals(longAgreed);
        }
    }

    @GetMapping("/notices/compose")
    String write(@RequestParam(required = false) String activation, Authentication person, Model page) {
        rights.insist(person);
        return shown(new Draft(activation, "", null, null, null, false), page);
    }

    @PostMapping("/notices/compose")
    String look(@ModelAttribute Draft draft, Authentication person, Model page) {
        rights.insist(person);
        try {
            page.addAttribute("forecast", composing.forecast(composition(draft, person)));
        } catch (Refused refused) {
            page.addAttribute("refused", refused.getMessage());
        }
        return shown(draft, page);
    }

    @PostMapping("/notices/compose/sent")
    String send(@ModelAttribute Draft draft, Authentication person, Model page, RedirectAttributes next) {
        rights.insist(person);
        try {
            int told = composing.send(composition(draft, person), draft.longAgreed());
            next.addFlashAttribute("sent", told == 0 ? "送る相手がいないか、既に送った連絡文です。" : "%d人に送ります。".formatted(told));
            return "redirect:/notices/compose?activation=" + draft.activation();
        } catch (Refused refused) {
            look(draft, person, page);
            page.addAttribute("refused", refused.getMessage());
            return PAGE;
        }
    }

    private Composition composition(Draft draft, Authentication person) {
        var number = ActivationNumber.of(draft.activation())
                .filter(known -> activations.find(known).isPresent())
                .orElseThrow(() -> new Refused("発動を選んでください。"));
        return new Composition(
                number,
                draft.text(),
                chosen(draft, activations.planOf(number)),
                new PersonId(person.getName()),
                begun(draft));
    }

    private static Set<PersonId> chosen(Draft draft, Plan plan) {
        Set<PersonId> to = new TreeSet<>();
        plan.roles().stream()
                .filter(role -> draft.roles().contains(role.id().value()))
                .flatMap(role -> role.ranks().stream())
                .forEach(rank -> to.addAll(rank.persons()));
        plan.people().stream()
                .map(Person::id)
                .filter(person -> draft.people().contains(person.value()))
                .forEach(to::add);
        return to;
    }

    private String shown(Draft draft, Model page) {
        List<Activation> open =
                activations.all().stream().filter(Activation::isOpen).toList();
        Optional<Activation> chosen = open.stream()
                .filter(activation -> activation.number().value().equals(draft.activation()))
                .findFirst()
                .or(() -> open.stream().findFirst());
        page.addAttribute("open", open.stream().map(Choice::of).toList());
        page.addAttribute(
                "plan",
                chosen.map(activation -> activations.planOf(activation.number()))
                        .orElse(null));
        page.addAttribute("draft", draft);
        page.addAttribute("begun", begun(draft).toEpochMilli());
        page.addAttribute("longest", Composing.LONGEST);
        return PAGE;
    }

    private Instant begun(Draft draft) {
        return draft.begun() == null ? clock.instant() : Instant.ofEpochMilli(draft.begun());
    }

    /** An open activation to choose. */
    record Choice(String number, String label) {

        static Choice of(Activation activation) {
            var number = activation.number();
            return new Choice(
                    number.value(),
                    number.marked("%s %s".formatted(number, activation.event().told())));
        }
    }
}
