package org.keizoku.plan.lint;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFinding.Severity;

/**
 * Something that must hold for a plan whose form is right.
 *
 * @param id the rule's short name, for example {@code dependency-cycle}
 * @param clause the clause behind it, where the catalogue has one
 * @param check finds where a plan breaks it
 */
record PlanRule(String id, Severity severity, Optional<ClauseId> clause, Function<Plan, Stream<Broken>> check) {

    /** A rule whose breach stops an activation. */
    static PlanRule error(String id, Function<Plan, Stream<Broken>> check) {
        return new PlanRule(id, Severity.ERROR, Optional.empty(), check);
    }

    static PlanRule warning(String id, Function<Plan, Stream<Broken>> check) {
        return new PlanRule(id, Severity.WARNING, Optional.empty(), check);
    }

    /** The rule with the clause behind it. */
    PlanRule under(String clause) {
        return new PlanRule(id, severity, Optional.of(new ClauseId(clause)), check);
    }

    Stream<Broken> broken(Plan plan) {
        return check.apply(plan);
    }

    /**
     * Where a plan breaks the rule.
     *
     * @param path the entry, as {@code systems[3].owner}
     * @param message what is wrong, in Japanese
     * @param remedy what to do about it, in Japanese
     */
    record Broken(String path, String message, String remedy) {}
}
