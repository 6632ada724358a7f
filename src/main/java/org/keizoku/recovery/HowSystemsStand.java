package org.keizoku.recovery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.activation.SituationLine;
import org.keizoku.plan.Plan;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The systems under recovery with their states. */
@Component
@Order(2)
class HowSystemsStand implements SituationLine {

    private final Recoveries recoveries;
    private final Activations activations;

    HowSystemsStand(Recoveries recoveries, Activations activations) {
        this.recoveries = recoveries;
        this.activations = activations;
    }

    @Override
    public Optional<String> of(ActivationNumber activation) {
        List<Recovery> all = recoveries.of(activation);
        Plan plan = activations.planOf(activation);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream()
                        .map(one -> "%s %s".formatted(plan.system(one.system()).name(), one.stateInWords()))
                        .collect(Collectors.joining("、", "システム: ", "")));
    }
}
