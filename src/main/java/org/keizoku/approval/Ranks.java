package org.keizoku.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;

/**
 * The order in which a decision is offered: the role's holders, its deputies, then the same of the role above, up to the top; headquarters
 * last, so that it is never nobody.
 */
final class Ranks {

    private Ranks() {}

    static List<Rank> of(RoleId role, Plan plan) {
        Map<String, Rank> ranks = new LinkedHashMap<>();
        Stream.concat(plan.roleAndAbove(role), plan.roleAndAbove(plan.duties().headquarters()))
                .flatMap(at -> at.ranks().stream())
                .forEach(rank -> ranks.putIfAbsent(rank.group(), rank));
        return List.copyOf(ranks.values());
    }

    /**
     * How far to ask at once: from this position on to the first rank in which somebody can decide, or to the last.
     *
     * @param unavailable who may not decide, or is known to be unable to
     */
    static int reach(List<Rank> ranks, int from, Set<PersonId> unavailable) {
        int position = from;
        while (position + 1 < ranks.size()
                && unavailable.containsAll(ranks.get(position).persons())) {
            position++;
        }
        return position;
    }
}
