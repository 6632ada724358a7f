package org.keizoku.auditing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.keizoku.auditing.SecurityAudit.State;
import org.keizoku.auditing.SecurityAudit.What;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.engine.Hands;
import org.keizoku.engine.Refused;
import org.keizoku.engine.Side;
import org.keizoku.people.Standing;
import org.keizoku.plan.AuditProgramme;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.plan.RoleId;
import org.keizoku.platform.JapanTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The security audits from the decision to hold one to its evaluation; what follows a finding is {@link Improvements}. */
@Service
class SecurityAudits {

    private final SecurityAuditRows rows;
    private final AuditSteps steps;
    private final AuditingProcess process;
    private final Independence independence;
    private final Plans plans;
    private final Standing standing;
    private final Hands hands;
    private final Clock clock;

    SecurityAudits(
            SecurityAuditRows rows,
            AuditSteps steps,
            AuditingProcess process,
            Independence independence,
            Plans plans,
            Standing standing,
            Hands hands,
            Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.process = process;
        this.independence = independence;
        this.plans = plans;
        this.standing = standing;
        this.hands = hands;
        this.clock = clock;
    }

    /** What the audit plan says, as it was entered. */
    record Planned(String audited, String from, String until, String items, String conductUntil) {}

    /** Whether the plan in force knows an audit, and the person decides that one is held. */
    boolean mayCommission(PersonId person) {
        Plan plan = plans.inForce();
        return plan.audit() != null
                && standing.rankOf(person, plan.audit().commissionedBy()).isPresent();
    }

    /** Has an audit held; its number. A {@link Refused} where the plan knows none, or the person does not decide it. */
    @Transactional
    long commission(PersonId person, String purpose) {
        if (!mayCommission(person)) {
            throw new Refused("監査の実施を決められるのは、計画で監査の実施を決める役割の人(代行者を含む)だけです。");
        }
        Plan plan = plans.inForce();
        AuditProgramme programme = plan.audit();
        String why = entered("監査の目的", purpose);
        long number = rows.insert(plans.inForceVersion());
        steps.said(number, What.COMMISSION, person, programme.commissionedBy(), why);
        steps.record(
                number,
                person,
                programme.commissionedBy(),
                "audit-commissioned",
                "セキュリティ監査%dの実施を決定".formatted(number),
                Map.of("目的", why));
        Instant planBy = rows.locked(number).by(programme).orElseThrow();
        String run = process.commissioned(number, plan, planBy);
        rows.runsAs(number, run);
        hands.acts(run, person.value(), Side.APPROVER);
        return number;
    }

    /** Keeps the audit plan; a {@link Refused} says what is wrong, also where nobody is left who may audit it. */
    @Transactional
    SecurityAudit planned(long number, PersonId person, Planned planned) {
        AuditProgramme programme = programme(running(number));
        RoleId audited = programme.audited().stream()
                .filter(role -> role.value().equals(planned.audited()))
                .findFirst()
                .orElseThrow(() -> new Refused("監査を受ける部門に選べない値があります: " + planned.audited()));
        Instant from = EnteredMoment.of("対象期間の始め", planned.from());
        Instant until = EnteredMoment.of("対象期間の終わり", planned.until());
        Instant conductBy = EnteredMoment.of("監査の期限", planned.conductUntil());
        if (!from.isBefore(until)) {
            throw new Refused("対象期間の終わりは、始めより後にしてください。");
        }
        if (!conductBy.isAfter(clock.instant())) {
            throw new Refused("監査の期限は、これからの日時にしてください。");
        }
        rows.planned(number, audited, from, until, conductBy);
        SecurityAudit audit = rows.locked(number);
        if (independence.auditors(audit).isEmpty()) {
            throw new Refused("この部門と期間を監査できる監査員がいません。監査員が監査を受ける側だったか、その期間にタスクを行っています。");
        }
        steps.said(number, What.ITEMS, person, programme.lead(), planned.items());
        steps.record(
                number,
                person,
                programme.lead(),
                "audit-planned",
                "セキュリティ監査%dの監査計画書を作成".formatted(number),
                Map.of("監査を受ける部門", sectionOf(audit), "期限", JapanTime.exact(conductBy)));
        return audit;
    }

    /** Keeps what the auditor found; findings are needed where there are any. */
    @Transactional
    SecurityAudit conducted(long number, PersonId person, String result, boolean found, String findings) {
        AuditProgramme programme = programme(running(number));
        steps.said(number, What.RESULT, person, programme.auditors(), result);
        if (found) {
            steps.said(number, What.FINDINGS, person, programme.auditors(), entered("指摘事項の内容", findings));
        } else if (!findings.isBlank()) {
            throw new Refused("指摘事項の内容があります。「指摘事項がある」を選んでください。");
        }
        rows.is(number, State.CONDUCTED);
        steps.record(
                number,
                person,
                programme.auditors(),
                "audit-conducted",
                "セキュリティ監査%dを実施(指摘事項%s)".formatted(number, found ? "あり" : "なし"),
                Map.of());
        return rows.locked(number);
    }

    /** Makes the report to who commissioned the audit. */
    @Transactional
    SecurityAudit reported(long number, PersonId person, String report) {
        AuditProgramme programme = programme(running(number));
        steps.said(number, What.REPORT, person, programme.lead(), report);
        rows.is(number, State.REPORTED);
        steps.record(number, person, programme.lead(), "audit-reported", "セキュリティ監査%dを報告".formatted(number), Map.of());
        return rows.locked(number);
    }

    /** Keeps the evaluation; without an improvement the audit is over. */
    @Transactional
    SecurityAudit evaluated(long number, PersonId person, String evaluation, boolean improve) {
        AuditProgramme programme = programme(running(number));
        steps.said(number, What.EVALUATION, person, programme.commissionedBy(), evaluation);
        rows.is(number, improve ? State.EVALUATED : State.CLOSED);
        steps.record(
                number,
                person,
                programme.commissionedBy(),
                "audit-evaluated",
                "セキュリティ監査%dを評価(改善を%s)".formatted(number, improve ? "求める" : "求めない"),
                Map.of());
        return rows.locked(number);
    }

    /** The audited role's name under the plan of the audit. */
    String sectionOf(SecurityAudit audit) {
        return audit.audited() == null
                ? ""
                : plans.version(audit.planVersion()).role(audit.audited()).name();
    }

    AuditProgramme programme(SecurityAudit audit) {
        return plans.version(audit.planVersion()).audit();
    }

    /** The audit, held until the end of the transaction; a {@link Refused} where it is over. */
    SecurityAudit running(long number) {
        return rows.locked(number).insistOnRunning();
    }

    static String entered(String field, String words) {
        String said = words == null ? "" : words.replace("\0", "").strip();
        if (said.isEmpty()) {
            throw new Refused("「%s」を入力してください。".formatted(field));
        }
        return said;
    }
}
