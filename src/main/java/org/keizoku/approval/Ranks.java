package org.keizoku.approval;

import java.util.List;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;

/** The order in which a decision is offered: the role's holders, its deputies, then the same of the role above, up to the top. */
final class Ranks {

    private Ranks() {}

    static List<Rank> of(RoleId role, Plan plan) {
        return plan.roleAndAbove(role).flatMap(at -> at.ranks().stream()).toList();
    }
}
