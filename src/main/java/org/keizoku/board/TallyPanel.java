package org.keizoku.board;

import java.util.List;
import org.keizoku.activation.Activation;
import org.keizoku.assembly.Answers;
import org.keizoku.audit.Names;
import org.keizoku.plan.Plan;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 参集・安否: who has answered what, and who is silent. */
@Component
@Order(2)
class TallyPanel implements Panel {

    private final Answers answers;

    TallyPanel(Answers answers) {
        this.answers = answers;
    }

    @Override
    public String fragment() {
        return "tally";
    }

    @Override
    public Object of(Activation activation, Plan plan) {
        var tally = answers.tally(activation.number());
        var names = new Names(plan);
        return new Numbers(
                tally.called().size(),
                tally.answered().size(),
                tally.safe().size(),
                tally.injured().size(),
                tally.coming().size(),
                tally.elsewhere().size(),
                tally.unable().size(),
                tally.silent().stream()
                        .map(person -> names.person(person.value()))
                        .toList());
    }

    /** How many of the called; the silent by name, since somebody must find them. */
    record Numbers(
            int called,
            int answered,
            int safe,
            int injured,
            int coming,
            int elsewhere,
            int unable,
            List<String> silent) {}
}
