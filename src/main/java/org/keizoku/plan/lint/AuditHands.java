package org.keizoku.plan.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keizoku.plan.AuditProgramme;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.SecurityStandards;
import org.keizoku.plan.lint.PlanRule.Broken;

/** An audit that the standard asks for is planned, and nobody is audited by themselves: for each audited role there are different people. */
final class AuditHands {

    /** The standard's office that carries audits out. */
    private static final String AUDITOR = "auditor";

    private AuditHands() {}

    /** Audited roles for which evaluation, lead, audit and improvement cannot be four people, the auditor none of the audited. */
    static Stream<Broken> missing(Plan plan) {
        return plan.audit() == null
                ? Stream.empty()
                : Entry.of("audit.audited", plan.audit().audited()).flatMap(audited -> missing(audited, plan));
    }

    private static Stream<Broken> missing(Entry<RoleId> audited, Plan plan) {
        AuditProgramme audit = plan.audit();
        Set<PersonId> there = plan.role(audited.it()).everyone();
        Set<PersonId> auditors = plan.role(audit.auditors()).everyone();
        auditors.removeAll(there);
        // The duty that only reads takes no task, whatever else its holders are.
        auditors.removeAll(plan.role(plan.duties().auditor()).everyone());
        return Separation.possible(List.of(
                        auditors,
                        there,
                        plan.role(audit.lead()).everyone(),
                        plan.role(audit.commissionedBy()).everyone()))
                ? Stream.empty()
                : Stream.of(new Broken(
                        audited.path(),
                        "「%s」を、監査を受けない人が監査し、別の人が計画・評価・改善することができません"
                                .formatted(plan.role(audited.it()).name()),
                        "監査する役割に、監査を受ける役割と記録を読むだけの監査担当(duties.auditor)のどちらでもない人を加えてください"));
    }

    static Stream<Broken> unaudited(Plan plan) {
        boolean asked = plan.security() != null
                && SecurityStandards.find(plan.security().standard())
                        .flatMap(standard -> standard.office(AUDITOR))
                        .isPresent();
        return plan.audit() != null || !asked
                ? Stream.empty()
                : Stream.of(new Broken(
                        "security.standard",
                        "安全対策基準は監査を求めていますが、計画に監査の進め方がありません",
                        "auditに、実施を決める役割、計画と報告をする役割、監査する役割、監査を受ける役割と期限を書いてください"));
    }
}
