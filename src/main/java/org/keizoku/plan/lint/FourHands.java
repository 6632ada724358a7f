package org.keizoku.plan.lint;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.Security.Limit;
import org.keizoku.plan.lint.PlanRule.Broken;

/** Whoever asks, approves, acts and verifies are different people: there are enough of them for each matter that the plan allows. */
final class FourHands {

    private FourHands() {}

    static Stream<Broken> missing(Plan plan) {
        return plan.security() == null
                ? Stream.empty()
                : Entry.of("security.limits", plan.security().limits()).flatMap(limit -> missing(limit, plan));
    }

    private static Stream<Broken> missing(Entry<Limit> limit, Plan plan) {
        // What is put back is verified; a deed is not.
        int parts = limit.it().matter().isTemporary() ? 4 : 3;
        Set<PersonId> acting = new HashSet<>(plan.role(plan.duties().staff()).holders());
        acting.addAll(everyRank(plan.duties().leader(), plan));
        Set<PersonId> everybody = new HashSet<>(acting);
        plan.security().approver(limit.it().matter()).ifPresent(approver -> plan.roleAndAbove(approver)
                .forEach(role -> everybody.addAll(everyRank(role.id(), plan))));
        return acting.size() >= parts - 1 && everybody.size() >= parts
                ? Stream.empty()
                : Stream.of(new Broken(
                        limit.at("matter"),
                        "「%s」の申請・承認・実施・確認を別の人が行うには%d人要りますが、足りません"
                                .formatted(limit.it().matter().label(), parts),
                        "対応する班か承認する役割に人を加えてください"));
    }

    private static Set<PersonId> everyRank(RoleId role, Plan plan) {
        Set<PersonId> persons = new HashSet<>();
        plan.role(role).ranks().stream()
                .map(Rank::persons)
                .flatMap(Collection::stream)
                .forEach(persons::add);
        return persons;
    }
}
