package org.keizoku.auditing;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keizoku.engine.Hands;
import org.keizoku.engine.Side;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.springframework.stereotype.Component;

/**
 * The rule that nobody audits what they are audited for: neither who belongs to the audited role, nor who did a task whose record is
 * audited, nor who had another part in the same audit. Rule MNT-91-03.
 */
@Component
class Independence {

    private final Plans plans;
    private final AuditingProcess process;
    private final SecurityAuditRows rows;
    private final Hands hands;

    Independence(Plans plans, AuditingProcess process, SecurityAuditRows rows, Hands hands) {
        this.plans = plans;
        this.process = process;
        this.rows = rows;
        this.hands = hands;
    }

    /** Why the person may not audit it, in Japanese; empty where they may. */
    Optional<String> refusal(PersonId person, SecurityAudit audit) {
        Plan plan = plans.version(audit.planVersion());
        if (plan.role(audit.audited()).everyone().contains(person)) {
            return Optional.of("監査を受ける部門(%s)の人は、この監査を担当できません。"
                    .formatted(plan.role(audit.audited()).name()));
        }
        if (process.hasWorked(person, audit.from(), audit.until())) {
            return Optional.of("監査の対象となる期間にタスクを行った人は、この監査を担当できません。");
        }
        return hands.of(rows.processInstance(audit.number())).refusal(person.value(), Side.VERIFIER);
    }

    /** The auditors of the plan who may audit it; never who by duty only reads. */
    Set<PersonId> auditors(SecurityAudit audit) {
        Plan plan = plans.version(audit.planVersion());
        Set<PersonId> readers = plan.role(plan.duties().auditor()).everyone();
        return plan.role(plan.audit().auditors()).everyone().stream()
                .filter(person -> !readers.contains(person))
                .filter(person -> refusal(person, audit).isEmpty())
                .collect(Collectors.toSet());
    }
}
