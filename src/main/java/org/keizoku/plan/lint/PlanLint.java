package org.keizoku.plan.lint;

import java.util.Comparator;
import java.util.List;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.PlanFinding;

/** Tells what is wrong with a plan before the disaster does. */
public final class PlanLint {

    private static final List<PlanRule> RULES = List.of(new KnownClauses());

    private PlanLint() {}

    /** What is wrong with the plan of this text: errors first, then in the order of the file. */
    public static List<PlanFinding> lint(String file, String yaml) {
        var plan = new PlanFile(file, yaml);
        List<PlanFinding> refusals = plan.refusals();
        return (refusals.isEmpty() ? broken(plan) : refusals)
                .stream()
                        .sorted(Comparator.comparing(PlanFinding::severity).thenComparing(PlanFinding::line))
                        .toList();
    }

    private static List<PlanFinding> broken(PlanFile file) {
        Plan plan = file.read();
        return RULES.stream()
                .flatMap(rule -> rule.broken(plan)
                        .map(broken -> file.at(
                                broken.path(),
                                rule.severity(),
                                rule.id(),
                                broken.clause(),
                                broken.message(),
                                broken.remedy())))
                .toList();
    }
}
