package org.keizoku.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keizoku.plan.Role.Rank;

/** The order in which a decision is offered: the role's holders, its deputies, then the same of the role above, up to the top. */
public final class Ranks {

    private Ranks() {}

    public static List<Rank> of(RoleId role, Plan plan) {
        List<Rank> ranks = new ArrayList<>();
        Set<RoleId> passed = new HashSet<>();
        for (RoleId at = role; at != null && passed.add(at); ) {
            Role here = plan.role(at);
            ranks.addAll(here.ranks());
            at = here.above();
        }
        return ranks;
    }
}
