package org.keizoku.approval;

import java.util.List;
import java.util.Set;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Role.Rank;

/** How far down the order of a decision's ranks it is offered at once. */
final class Ranks {

    private Ranks() {}

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
