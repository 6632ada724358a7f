package org.keizoku.audit;

import org.keizoku.plan.ActsFor;
import org.keizoku.plan.Duties;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.platform.security.RefusedOnRecord;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Who may read the ledger: the auditor, the operator, the head and the leader of the plan in force, with those who act for them, and who
 * carries out security audits.
 */
@Component
public class Readers {

    private final Plans plans;
    private final ActsFor actsFor;
    private final Looks looks;

    Readers(Plans plans, ActsFor actsFor, Looks looks) {
        this.looks = looks;
        this.plans = plans;
        this.actsFor = actsFor;
    }

    public boolean mayRead(Authentication person) {
        Plan plan = plans.inForce();
        Duties duties = plan.duties();
        return actsFor.any(person, duties.auditor(), duties.operator(), duties.head(), duties.leader())
                || plan.audit() != null && actsFor.any(person, plan.audit().auditors());
    }

    /** An AccessDeniedException where the person may not, which is put on the record here. */
    public void insist(Authentication person) {
        if (!mayRead(person)) {
            looks.refused(person);
            throw new RefusedOnRecord("reads no ledger");
        }
    }
}
