package org.keizoku.plan.lint;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.Security.Limit;
import org.keizoku.plan.SecurityStandard;
import org.keizoku.plan.SecurityStandards;
import org.keizoku.plan.lint.PlanRule.Broken;

/** Whoever asks never approves, whoever does never verifies: for each matter there are different people for its sides. */
final class Separation {

    private static final String POLICY = "recovery-policy";

    private Separation() {}

    /** Matters that nobody could bring to an end: one person alone would have to be on both sides. */
    static Stream<Broken> none(Plan plan) {
        return Stream.of(
                        Standing.of(plan).flatMap(Separation::decisions),
                        verifications(plan),
                        offices(plan),
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

    /** What may be asked for, and nobody could bring to an end: too few to ask, approve, carry out and, where it is put back, verify. */
    static Stream<Broken> tooFewHands(Plan plan) {
        return plan.security() == null
                ? Stream.empty()
                : Entry.of("security.limits", plan.security().limits()).flatMap(limit -> Standing.of(plan)
                        .filter(standing -> !possible(sides(limit.it(), standing.plan())))
                        .map(standing -> fewHands(limit, standing.plan()))
                        .limit(1));
    }

    private static List<Set<PersonId>> sides(Limit limit, Plan plan) {
        Set<PersonId> carryingOut =
                acting(plan, plan.role(plan.duties().staff()).everyone());
        Set<PersonId> team =
                acting(plan, carryingOut, plan.role(plan.duties().leader()).everyone());
        Set<PersonId> approving = acting(plan, withAbove(plan, approver(limit, plan)));
        // The team asks and, for what is put back, verifies; a deed is not verified.
        return limit.matter().isTemporary()
                ? List.of(team, approving, carryingOut, team)
                : List.of(team, approving, carryingOut);
    }

    private static RoleId approver(Limit limit, Plan plan) {
        return plan.security().approver(limit.matter()).orElseGet(() -> plan.decision("approve-downgrade")
                .role());
    }

    private static Broken fewHands(Entry<Limit> limit, Plan plan) {
        return new Broken(
                limit.at("matter"),
                "「%s」の%sを別々の人で行えません(申請・実施・確認は「%s」と班長、承認は「%s」とその上位)"
                        .formatted(
                                limit.it().matter().label(),
                                limit.it().matter().isTemporary() ? "申請・承認・実施・確認" : "申請・承認・実施",
                                plan.role(plan.duties().staff()).name(),
                                plan.role(approver(limit.it(), plan)).name()),
                "承認する役割に対応職員以外の人か代行者を加えるか、対応職員を増やしてください(監査担当は数えません)");
    }

    /** Whether each side can have a person of its own. */
    static boolean possible(List<Set<PersonId>> sides) {
        return possible(sides, Set.of());
    }

    private static boolean possible(List<Set<PersonId>> sides, Set<PersonId> taken) {
        return sides.isEmpty()
                || sides.get(0).stream()
                        .filter(person -> !taken.contains(person))
                        .anyMatch(person -> {
                            Set<PersonId> more = new HashSet<>(taken);
                            more.add(person);
                            return possible(sides.subList(1, sides.size()), more);
                        });
    }

    private static Stream<Broken> decisions(Standing standing) {
        Plan plan = standing.plan();
        return Entry.of("decisions", plan.decisions()).flatMap(decision -> {
            String path = standing.path().isEmpty()
                    ? decision.at("role")
                    : "%s.decisions.%s".formatted(standing.path(), decision.it().id());
            Stream<RoleId> asking = decision.it().id().equals(POLICY)
                    ? Stream.of(plan.duties().staff(), plan.duties().leader())
                    : Stream.of(plan.duties().staff());
            return asking.flatMap(role -> approval(
                            path, decision.it().title(), role, decision.it().role(), plan))
                    .limit(1);
        });
    }

    private static Stream<Broken> verifications(Plan plan) {
        Set<PersonId> staff = plan.role(plan.duties().staff()).everyone();
        return Entry.of("systems", plan.systems())
                .filter(system -> !possible(List.of(staff, verifiers(plan, system.it()))))
                .map(system -> new Broken(
                        system.at("owner"),
                        "「%s」を復旧する人と確認する人が、「%s」一人しかいません"
                                .formatted(system.it().name(), staff.iterator().next()),
                        "主管部門に別の人を加えてください(復旧した本人は確認できません)"));
    }

    private static Set<PersonId> verifiers(Plan plan, PrioritySystem system) {
        Set<PersonId> all = withAbove(plan, system.owner());
        all.addAll(withAbove(plan, plan.duties().head()));
        return all;
    }

    private static Stream<Broken> offices(Plan plan) {
        return approvers(plan)
                .flatMap(office ->
                        approval(office.path(), plan.role(office.role()).name() + "の承認", office.role(), plan));
    }

    /** The offices of the security standard that approve something, with the plan's roles that fill them. */
    private static Stream<Office> approvers(Plan plan) {
        return plan.security() == null
                ? Stream.of()
                : SecurityStandards.find(plan.security().standard()).stream()
                        .flatMap(standard -> standard.approvals().stream())
                        .map(SecurityStandard.Approval::approver)
                        .distinct()
                        .filter(plan.security().offices()::containsKey)
                        .map(office -> new Office(
                                "security.offices." + office,
                                plan.security().offices().get(office)));
    }

    private record Office(String path, RoleId role) {}

    private static Stream<Broken> approval(String path, String what, RoleId approving, Plan plan) {
        return approval(path, what, plan.duties().staff(), approving, plan);
    }

    private static Stream<Broken> approval(String path, String what, RoleId asking, RoleId approving, Plan plan) {
        Set<PersonId> askers = plan.role(asking).everyone();
        return possible(List.of(askers, withAbove(plan, approving)))
                ? Stream.of()
                : Stream.of(new Broken(
                        path,
                        "「%s」を申し出る人と承認する人が、「%s」一人しかいません"
                                .formatted(what, askers.iterator().next()),
                        "承認する役割に別の人か代行者を加えてください(申し出た本人は承認できません)"));
    }

    private static Set<PersonId> withAbove(Plan plan, RoleId role) {
        return Rank.everyone(plan.ranksFrom(role));
    }

    /** These persons without those who audit: no task is theirs. */
    @SafeVarargs
    private static Set<PersonId> acting(Plan plan, Collection<PersonId>... persons) {
        Set<PersonId> all = new LinkedHashSet<>();
        Stream.of(persons).forEach(all::addAll);
        all.removeAll(plan.role(plan.duties().auditor()).everyone());
        return all;
    }
}
