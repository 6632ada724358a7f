package org.keizoku.activation;

import java.util.List;
import java.util.Optional;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.springframework.stereotype.Repository;

/** All activations; a stand-in until the activation's table is there. */
@Repository
public class Activations {

    private final Plans plans;

    Activations(Plans plans) {
        this.plans = plans;
    }

    /** Newest first. */
    public List<Activation> all() {
        return List.of();
    }

    public Optional<Activation> find(ActivationNumber number) {
        return Optional.empty();
    }

    /** The plan as it was when the activation began. */
    public Plan planOf(ActivationNumber number) {
        return plans.inForce();
    }
}
