package org.keizoku.auditing;

import java.util.stream.Stream;
import org.keizoku.plan.ActsFor;
import org.keizoku.plan.AuditProgramme;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.plan.RoleId;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Who reads about audits: who has them held, leads and carries them out, and the auditor who only reads; one that was evaluated also the
 * role that was audited.
 */
@Component
public class AuditingRights {

    private final Plans plans;
    private final ActsFor actsFor;

    AuditingRights(Plans plans, ActsFor actsFor) {
        this.plans = plans;
        this.actsFor = actsFor;
    }

    /** Whether the person reads the list and every audit. */
    public boolean mayReadAll(Authentication person) {
        Plan plan = plans.inForce();
        Stream<RoleId> programme = plan.audit() == null ? Stream.of() : roles(plan.audit());
        return actsFor.any(
                person,
                Stream.concat(Stream.of(plan.duties().auditor()), programme).toArray(RoleId[]::new));
    }

    boolean mayRead(Authentication person, SecurityAudit audit) {
        return mayReadAll(person)
                || audit.isOpenToAudited() && isInForce(audit.audited()) && actsFor.any(person, audit.audited());
    }

    /** Whether the plan in force still has the role of an earlier one. */
    boolean isInForce(RoleId role) {
        return plans.inForce().roles().stream().anyMatch(one -> one.id().equals(role));
    }

    private static Stream<RoleId> roles(AuditProgramme audit) {
        return Stream.of(audit.commissionedBy(), audit.lead(), audit.auditors());
    }
}
