package org.keizoku.downgrade;

import java.util.Set;
import java.util.stream.Stream;
import org.keizoku.activation.Activations;
import org.keizoku.people.Standing;
import org.keizoku.plan.Duties;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;
import org.springframework.stereotype.Component;

/** Who may see a matter with its evidence and its register, and who may add to it. */
@Component
class DowngradeRights {

    private final Activations activations;
    private final Standing standing;
    private final PartsTaken hands;

    DowngradeRights(Activations activations, Standing standing, PartsTaken hands) {
        this.activations = activations;
        this.standing = standing;
        this.hands = hands;
    }

    /** The team, its leader and head with their deputies, whoever may approve, has a part in it or audits. */
    boolean maySee(Downgrade downgrade, PersonId person) {
        Plan plan = activations.planOf(downgrade.activation());
        Duties duties = plan.duties();
        return mayAdd(downgrade, person)
                || in(plan, person, Stream.of(duties.head(), duties.auditor()))
                || plan.roleAndAbove(DowngradeRequests.approver(downgrade.matter(), plan))
                        .anyMatch(role -> in(plan, person, Stream.of(role.id())));
    }

    /** The team and its leader with the deputies, and whoever has a part in it. */
    boolean mayAdd(Downgrade downgrade, PersonId person) {
        Plan plan = activations.planOf(downgrade.activation());
        Duties duties = plan.duties();
        return in(plan, person, Stream.of(duties.staff(), duties.leader()))
                || hands.persons(downgrade.number()).contains(person);
    }

    private boolean in(Plan plan, PersonId person, Stream<RoleId> roles) {
        Set<String> groups = standing.groupsOf(person);
        return roles.flatMap(role -> plan.role(role).ranks().stream())
                .map(Rank::group)
                .anyMatch(groups::contains);
    }
}
