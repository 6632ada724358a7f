package org.keizoku.board;

import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.engine.Refused;
import org.keizoku.notice.Resending;
import org.keizoku.people.LeaderOrOperator;
import org.keizoku.plan.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The button of the notices panel that sends again to those not reached. */
@Controller
class ResendNotices {

    private final Activations activations;
    private final Resending resending;
    private final LeaderOrOperator mayResend;

    ResendNotices(Activations activations, Resending resending, LeaderOrOperator mayResend) {
        this.activations = activations;
        this.resending = resending;
        this.mayResend = mayResend;
    }

    @PostMapping("/activations/{number:" + ActivationNumber.FORM + "}/notices/resend")
    String resend(@PathVariable String number, Authentication person, RedirectAttributes page) {
        mayResend.insist(person);
        var activation = activations.find(new ActivationNumber(number)).orElseThrow(NoSuchActivation::new);
        if (!activation.isOpen()) {
            throw new Refused("この発動は終わっているため、通知を送り直せません。");
        }
        page.addFlashAttribute("resent", told(activation, new PersonId(person.getName())));
        return "redirect:/activations/" + number;
    }

    private String told(Activation activation, PersonId by) {
        int persons = resending.toTheUnreached(activation.number(), by);
        return persons == 0 ? "送り直す相手はいませんでした。" : "届いていない%d人に、もう一度送ります。".formatted(persons);
    }
}
