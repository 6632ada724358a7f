package org.keizoku.plan.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.Decision;
import org.keizoku.plan.Plan;
import org.keizoku.plan.lint.PlanRule.Broken;

/** The decisions that the procedures ask for: a plan says of each who makes it. */
final class ProcedureDecisions {

    /** As the processes name them when they call decide-with-deputies. */
    static final List<String> ASKED_FOR = List.of(
            "set-up-structure",
            "take-command",
            "recovery-base",
            "start-continuity",
            "recovery-policy",
            "dissolve-structure",
            "correct-activation",
            "approve-downgrade");

    private ProcedureDecisions() {}

    static Stream<Broken> missing(Plan plan) {
        Set<String> made = plan.decisions().stream().map(Decision::id).collect(Collectors.toSet());
        return ASKED_FOR.stream()
                .filter(asked -> !made.contains(asked))
                .map(asked -> new Broken(
                        "decisions", "手順が求める判断「%s」がありません".formatted(asked), "decisionsに、誰が決めるか(role)とともに加えてください"));
    }
}
