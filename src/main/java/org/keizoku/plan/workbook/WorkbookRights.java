package org.keizoku.plan.workbook;

import org.keizoku.plan.ActsFor;
import org.keizoku.plan.Duties;
import org.keizoku.plan.Plans;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who may bring and take workbooks: for the plan the leader and the operator, for contacts the operator alone, with those who act for them. */
@Component
public class WorkbookRights {

    private final Plans plans;
    private final ActsFor actsFor;

    WorkbookRights(Plans plans, ActsFor actsFor) {
        this.plans = plans;
        this.actsFor = actsFor;
    }

    /** Whether the person may take the plan's systems and vendors out and bring them back. */
    public boolean mayBringPlan(Authentication person) {
        Duties duties = plans.inForce().duties();
        return actsFor.any(person, duties.leader(), duties.operator());
    }

    void insistOnPlan(Authentication person) {
        insist(mayBringPlan(person));
    }

    /** Whether the person may see whole numbers and addresses. */
    public boolean mayKeepContacts(Authentication person) {
        return actsFor.any(person, plans.inForce().duties().operator());
    }

    public void insistOnContacts(Authentication person) {
        insist(mayKeepContacts(person));
    }

    private static void insist(boolean may) {
        if (!may) {
            throw new AccessDeniedException("takes no workbooks");
        }
    }
}
