package org.keizoku.people;

import org.keizoku.plan.ActsFor;
import org.keizoku.plan.Duties;
import org.keizoku.plan.Plans;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who sends notices by hand and reaches people by telephone: the leader and the operator of the plan in force, with those who act for them. */
@Component
public class LeaderOrOperator {

    private final Plans plans;
    private final ActsFor actsFor;

    LeaderOrOperator(Plans plans, ActsFor actsFor) {
        this.plans = plans;
        this.actsFor = actsFor;
    }

    public boolean test(Authentication person) {
        Duties duties = plans.inForce().duties();
        return actsFor.any(person, duties.leader(), duties.operator());
    }

    /** An AccessDeniedException for anybody else. */
    public void insist(Authentication person) {
        if (!test(person)) {
            throw new AccessDeniedException("neither leader nor operator");
        }
    }
}
