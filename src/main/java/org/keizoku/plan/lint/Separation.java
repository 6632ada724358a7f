package org.keizoku.plan.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.lint.PlanRule.Broken;

/** Whoever asks never approves: for each thing that staff ask for there are two people, one to ask and another to approve. */
final class Separation {

    private Separation() {}

    static Stream<Broken> none(Plan plan) {
        return Stream.of(
                        Standing.of(plan).flatMap(Separation::decisions),
                        approval(
                                "revision.planApprovedBy",
                                "計画の改訂",
                                plan.revision().planApprovedBy(),
                                plan),
                        approval(
                                "revision.manualApprovedBy",
                                "手順書の改訂",
                                plan.revision().manualApprovedBy(),
                                plan))
                .flatMap(broken -> broken);
    }

    private static Stream<Broken> decisions(Standing standing) {
        Plan plan = standing.plan();
        return Entry.of("decisions", plan.decisions())
                .flatMap(decision -> approval(
                        standing.path().isEmpty()
                                ? decision.at("role")
                                : "%s.decisions.%s"
                                        .formatted(
                                                standing.path(), decision.it().id()),
                        decision.it().title(),
                        decision.it().role(),
                        plan));
    }

    private static Stream<Broken> approval(String path, String what, RoleId approving, Plan plan) {
        List<PersonId> asking = plan.role(plan.duties().staff()).holders();
        Set<PersonId> everybody = plan.roleAndAbove(approving)
                .flatMap(role -> role.ranks().stream())
                .flatMap(rank -> rank.persons().stream())
                .collect(Collectors.toCollection(HashSet::new));
        everybody.addAll(asking);
        return everybody.size() > 1
                ? Stream.of()
                : Stream.of(new Broken(
                        path,
                        "「%s」を申し出る人と承認する人が、「%s」一人しかいません".formatted(what, asking.get(0)),
                        "承認する役割に別の人か代行者を加えてください(申し出た本人は承認できません)"));
    }
}
