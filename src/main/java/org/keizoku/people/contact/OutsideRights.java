package org.keizoku.people.contact;

import java.util.stream.Stream;
import org.keizoku.plan.ActsFor;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.Structure;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who may look up how vendors and organisations are reached: whoever recovers, leads or decides in any structure, and the operator. */
@Component
public class OutsideRights {

    private final Plans plans;
    private final ActsFor actsFor;

    OutsideRights(Plans plans, ActsFor actsFor) {
        this.plans = plans;
        this.actsFor = actsFor;
    }

    /** Whether the person, or the role that they act for, has to reach vendors. */
    public boolean mayLookUp(Authentication person) {
        return actsFor.any(person, reaching(plans.inForce()));
    }

    void insist(Authentication person) {
        if (!mayLookUp(person)) {
            throw new AccessDeniedException("looks up no outside contacts");
        }
    }

    private static RoleId[] reaching(Plan plan) {
        return Stream.concat(
                        roles(plan),
                        plan.structures().stream()
                                .map(Structure::events)
                                .flatMap(events ->
                                        roles(plan.underEvent(events.get(0).code()))))
                .distinct()
                .toArray(RoleId[]::new);
    }

    private static Stream<RoleId> roles(Plan plan) {
        var duties = plan.duties();
        return Stream.of(duties.staff(), duties.leader(), duties.head(), duties.operator());
    }
}
