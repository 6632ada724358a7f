package org.keizoku.board;

import java.util.List;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.Names;
import org.keizoku.plan.Plan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 参集・安否: who has answered what, and who is silent. */
@Component
@Order(2)
class TallyPanel implements Panel {

    private final ObjectProvider<Source> source;

    TallyPanel(ObjectProvider<Source> source) {
        this.source = source;
    }

    @Override
    public String fragment() {
        return "tally";
    }

    @Override
    public Object of(Activation activation, Plan plan) {
        var tallies = source.getIfAvailable();
        if (tallies == null) {
            return null;
        }
        var tally = tallies.tally(activation.number());
        var names = new Names(plan);
        return new Shown(tally, tally.silent().stream().map(names::person).toList());
    }

    /** Where the tally comes from: to be replaced by assembly's own service. */
    interface Source {
        Tally tally(ActivationNumber activation);
    }

    /** The numbers, and the ids of those who have not answered. */
    record Tally(
            int called,
            int answered,
            int safe,
            int injured,
            int coming,
            int elsewhere,
            int unable,
            List<String> silent) {}

    /** The same with names. */
    record Shown(Tally tally, List<String> silent) {}
}
