package org.keizoku.audit;

import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.audit.verify.Verifying;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The button 検証: whether anybody changed the record of one activation, or of all. It reads only. */
@Controller
class VerificationPages {

    private final Verifying verifying;
    private final Activations activations;
    private final Readers readers;

    VerificationPages(Verifying verifying, Activations activations, Readers readers) {
        this.verifying = verifying;
        this.activations = activations;
        this.readers = readers;
    }

    @PostMapping("/audit/verification")
    String verify(@RequestParam(defaultValue = "") String number, Authentication person, Model model) {
        readers.insist(person);
        model.addAttribute("scope", number.isEmpty() ? "すべての記録" : title(number));
        model.addAttribute("result", verifying.verify(known(number)).orElse(null));
        return "audit/verification";
    }

    private static String title(String number) {
        String title = "発動 " + number + " の記録";
        return ActivationNumber.of(number).map(known -> known.marked(title)).orElse(title);
    }

    private Optional<String> known(String number) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        ActivationNumber.of(number).flatMap(activations::find).orElseThrow(NoSuchRecord::new);
        return Optional.of(number);
    }
}
