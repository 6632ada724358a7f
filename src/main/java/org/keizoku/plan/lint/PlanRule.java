package org.keizoku.plan.lint;

import java.util.Optional;
import java.util.stream.Stream;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFinding.Severity;

/** Something that must hold for a plan whose form is right. */
interface PlanRule {

    /** The rule's short name, for example {@code dependency-cycle}. */
    String id();

    Severity severity();

    Stream<Broken> broken(Plan plan);

    /**
     * Where a plan breaks the rule.
     *
     * @param path the entry, as {@code systems[3].owner}
     * @param clause the clause behind it
     */
    record Broken(String path, Optional<ClauseId> clause, String message, String remedy) {}
}
