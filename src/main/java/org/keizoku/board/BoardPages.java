package org.keizoku.board;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.activation.Regime;
import org.keizoku.downgrade.Downgrade;
import org.keizoku.downgrade.Downgrades;
import org.keizoku.people.LeaderOrOperator;
import org.keizoku.people.contact.OutsideRights;
import org.keizoku.plan.EventType;
import org.keizoku.plan.Plan;
import org.keizoku.platform.JapanTime;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What all staff look at: the open activations, and how one of them stands. */
@Controller
class BoardPages {

    private final Activations activations;
    private final List<Panel> panels;
    private final LeaderOrOperator mayResend;
    private final OutsideRights outside;
    private final Downgrades downgrades;
    private final Clock clock;

    BoardPages(
            Activations activations,
            List<Panel> panels,
            LeaderOrOperator mayResend,
            OutsideRights outside,
            Downgrades downgrades,
            Clock clock) {
        this.activations = activations;
        this.panels = panels;
        this.mayResend = mayResend;
        this.outside = outside;
        this.downgrades = downgrades;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Authentication person, Model page) {
        page.addAttribute("mayLookUp", outside.mayLookUp(person));
        page.addAttribute(
                "open",
                activations.all().stream()
                        .filter(Activation::isOpen)
                        .map(this::head)
                        .toList());
        page.addAttribute(
                "leftOver",
                downgrades.open().stream()
                        .filter(downgrade ->
                                !activations.get(downgrade.activation()).isOpen())
                        .map(LeftOver::of)
                        .toList());
        return "board/home";
    }

    @GetMapping("/activations/{number:" + ActivationNumber.FORM + "}")
    String situation(@PathVariable String number, Authentication person, Model page) {
        var wanted = new ActivationNumber(number);
        var activation = activations.find(wanted).orElseThrow(NoSuchActivation::new);
        page.addAttribute("head", head(activation));
        page.addAttribute("panels", shown(activation, activations.planOf(wanted)));
        page.addAttribute("mayResend", activation.isOpen() && mayResend.test(person));
        page.addAttribute("mayLookUp", outside.mayLookUp(person));
        page.addAttribute("now", JapanTime.plain(clock.instant()));
        return "board/situation";
    }

    private List<Panel.Shown> shown(Activation activation, Plan plan) {
        return panels.stream()
                .map(panel -> new Panel.Shown(panel.fragment(), panel.of(activation, plan)))
                .filter(panel -> panel.it() != null)
                .toList();
    }

    private Head head(Activation activation) {
        var until = activation.closedAt() == null ? clock.instant() : activation.closedAt();
        return new Head(
                activation.number().value(),
                activation
                        .number()
                        .marked(EventType.of(activation.eventType())
                                .map(EventType::label)
                                .orElse(activation.eventType())),
                Regime.label(activation.regime()),
                activation.state().label(),
                JapanTime.plain(activation.occurredAt()),
                JapanTime.span(Duration.between(activation.occurredAt(), until)));
    }

    /** A matter of security that outlived its activation, which was stood down: it stays in sight until it is closed. */
    record LeftOver(String activation, String title, String state, String until) {

        static LeftOver of(Downgrade downgrade) {
            return new LeftOver(
                    downgrade.activation().value(),
                    downgrade.activation().marked(downgrade.title()),
                    downgrade.stateInWords(),
                    JapanTime.plain(downgrade.until()));
        }
    }

    /** What stands at the top of a situation, and in the list. */
    record Head(String number, String event, String regime, String state, String occurred, String elapsed) {}
}
