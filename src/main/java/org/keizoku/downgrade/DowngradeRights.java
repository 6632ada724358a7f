package org.keizoku.downgrade;

import java.util.List;
import java.util.Set;
import org.keizoku.activation.Activations;
import org.keizoku.people.Standing;
import org.keizoku.plan.Duties;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role.Rank;
import org.springframework.stereotype.Component;

/** Who may see a matter with its evidence and its register, and who may add to it. */
@Component
class DowngradeRights {

    private final Activations activations;
    private final Standing standing;
    private final DowngradeHands hands;

    DowngradeRights(Activations activations, Standing standing, DowngradeHands hands) {
        this.activations = activations;
        this.standing = standing;
        this.hands = hands;
    }

    /** The team, its leader and head with their deputies, whoever may approve, has a part in it or audits. */
    boolean maySee(Downgrade downgrade, PersonId person) {
        Plan plan = activations.planOf(downgrade.activation());
        Duties duties = plan.duties();
        return mayAdd(downgrade, person)
                || in(person, plan.role(duties.head()).ranks())
                || in(person, plan.role(duties.auditor()).ranks())
                || in(person, DowngradeRequests.approvers(downgrade.matter(), plan));
    }

    /** The team and its leader with the deputies, and whoever has a part in it. */
    boolean mayAdd(Downgrade downgrade, PersonId person) {
        Plan plan = activations.planOf(downgrade.activation());
        Duties duties = plan.duties();
        return in(person, plan.role(duties.staff()).ranks())
                || in(person, plan.role(duties.leader()).ranks())
                || hands.persons(downgrade.number()).contains(person);
    }

    private boolean in(PersonId person, List<Rank> ranks) {
        Set<String> groups = standing.groupsOf(person);
        return ranks.stream().map(Rank::group).anyMatch(groups::contains);
    }
}
