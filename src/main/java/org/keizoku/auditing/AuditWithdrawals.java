package org.keizoku.auditing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keizoku.auditing.SecurityAudit.State;
import org.keizoku.auditing.SecurityAudit.What;
import org.keizoku.engine.Hands;
import org.keizoku.engine.Refused;
import org.keizoku.engine.Side;
import org.keizoku.people.Standing;
import org.keizoku.plan.AuditProgramme;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.plan.RoleId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An audit that is taken back by who decides that audits are held: what was said in it stays, nothing more can be done in it. */
@Service
class AuditWithdrawals {

    private final SecurityAuditRows rows;
    private final SecurityAudits audits;
    private final AuditingRights rights;
    private final AuditSteps steps;
    private final AuditNotices notices;
    private final AuditingProcess process;
    private final Plans plans;
    private final Standing standing;
    private final Hands hands;

    AuditWithdrawals(
            SecurityAuditRows rows,
            SecurityAudits audits,
            AuditingRights rights,
            AuditSteps steps,
            AuditNotices notices,
            AuditingProcess process,
            Plans plans,
            Standing standing,
            Hands hands) {
        this.rows = rows;
        this.audits = audits;
        this.rights = rights;
        this.steps = steps;
        this.notices = notices;
        this.process = process;
        this.plans = plans;
        this.standing = standing;
        this.hands = hands;
    }

    /** Whether the person may take the audit back now. */
    boolean mayWithdraw(PersonId person, SecurityAudit audit) {
        return !audit.isOver()
                && decides(person, audit)
                && !isAudited(person, audit)
                && hands.of(rows.processInstance(audit.number()))
                        .refusal(person.value(), Side.APPROVER)
                        .isEmpty();
    }

    /**
     * Takes the audit back. A {@link Refused} for others than the role that decides on audits, for those of them who are audited or stood
     * on another side of this one, without a reason, and once the audit is over. Whoever comes second of two at the same moment waits
     * for the row, and is refused.
     */
    @Transactional
    void withdraw(long number, PersonId person, String reason) {
        SecurityAudit audit = rows.locked(number);
        if (!decides(person, audit)) {
            throw new Refused("監査を取りやめられるのは、計画で監査の実施を決める役割の人(代行者を含む)だけです。");
        }
        audit.insistOnRunning();
        if (isAudited(person, audit)) {
            throw new Refused("監査を受ける部門の人は、この監査を取りやめられません。");
        }
        RoleId role = audits.programme(audit).commissionedBy();
        String why = SecurityAudits.entered("取りやめの理由", reason);
        String run = rows.processInstance(number);
        hands.acts(run, person.value(), Side.APPROVER);
        steps.said(number, What.WITHDRAWAL, person, role, why);
        rows.is(number, State.WITHDRAWN);
        steps.record(
                number,
                person,
                role,
                "audit-withdrawn",
                "セキュリティ監査%dを取りやめ".formatted(number),
                Map.of("理由", why, "取りやめる前の状態", audit.state().label()));
        process.withdrawn(run);
    }

    /** Tells everybody with a part in it, but who took it back: the audited section only where it was asked to improve something. */
    @Transactional
    void tell(long number) {
        SecurityAudit audit = rows.locked(number);
        AuditProgramme programme = audits.programme(audit);
        Plan plan = plans.version(audit.planVersion());
        Set<PersonId> hearers = new HashSet<>();
        Stream.of(programme.commissionedBy(), programme.lead(), programme.auditors())
                .forEach(role -> hearers.addAll(plan.role(role).everyone()));
        if (audit.improveBy() != null) {
            hearers.addAll(plan.role(audit.audited()).everyone());
        }
        hearers.remove(new PersonId(audit.withdrawal().orElseThrow().person()));
        notices.tellWithdrawn(number, hearers);
    }

    /** Nobody stops the audit of themselves. Rule MNT-91-03. */
    private boolean isAudited(PersonId person, SecurityAudit audit) {
        return audit.audited() != null
                && plans.version(audit.planVersion())
                        .role(audit.audited())
                        .everyone()
                        .contains(person);
    }

    private boolean decides(PersonId person, SecurityAudit audit) {
        RoleId role = audits.programme(audit).commissionedBy();
        return rights.isInForce(role) && standing.rankOf(person, role).isPresent();
    }
}
