package org.keizoku.board;

import org.keizoku.plan.ActsFor;
import org.keizoku.plan.Duties;
import org.keizoku.plan.Plans;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who may have notices sent again: the leader and the operator of the plan in force, with those who act for them. */
@Component
class MayResend {

    private final Plans plans;
    private final ActsFor actsFor;

    MayResend(Plans plans, ActsFor actsFor) {
        this.plans = plans;
        this.actsFor = actsFor;
    }

    boolean test(Authentication person) {
        Duties duties = plans.inForce().duties();
        return actsFor.any(person, duties.leader(), duties.operator());
    }
}
