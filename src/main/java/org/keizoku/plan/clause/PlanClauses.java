package org.keizoku.plan.clause;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanTree;

/** The clauses that the entries of a plan name, wherever in the plan they stand. */
public final class PlanClauses {

    private PlanClauses() {}

    /** In the order of the plan. */
    public static Set<ClauseId> of(Plan plan) {
        Set<ClauseId> named = new LinkedHashSet<>();
        PlanTree.of(plan).findValues("clause").forEach(ids -> ids.forEach(id -> named.add(new ClauseId(id.asText()))));
        return named;
    }

    /** The documents that the plan is written after: those whose clauses it names. */
    public static Set<Document> documents(Plan plan) {
        Set<Document> documents = EnumSet.noneOf(Document.class);
        of(plan).forEach(id -> Clauses.find(id).map(Clause::document).ifPresent(documents::add));
        return documents;
    }
}
