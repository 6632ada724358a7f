package org.keizoku.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.SystemId;
import org.springframework.stereotype.Component;

/**
 * Who says whether a system works again: the section that owns it. Where all of them recovered it themselves or are absent, its deputies as well, then
 * the role above, then the head's, until there is somebody else.
 */
@Component
class Verifiers {

    private final Activations activations;

    Verifiers(Activations activations) {
        this.activations = activations;
    }

    /**
     * The groups to offer the verification to.
     *
     * @param unavailable who may not verify, because they recovered the system, or cannot, because they are absent
     */
    List<String> groups(ActivationNumber activation, SystemId system, Set<String> unavailable) {
        List<String> groups = new ArrayList<>();
        for (Rank rank : ranks(activations.planOf(activation), system)) {
            groups.add(rank.group());
            if (rank.persons().stream().anyMatch(person -> !unavailable.contains(person.value()))) {
                break;
            }
        }
        return groups;
    }

    private static List<Rank> ranks(Plan plan, SystemId system) {
        return plan.ranksFrom(plan.system(system).owner(), plan.duties().head());
    }
}
