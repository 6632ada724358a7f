package org.keizoku.people.contact;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.Structure;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Who may look up how vendors and organisations are reached: whoever recovers, leads or decides in any structure, and the operator. */
@Component
public class OutsideRights {

    private final Plans plans;

    OutsideRights(Plans plans) {
        this.plans = plans;
    }

    /** Whether the person, or the role that they act for, has to reach vendors. */
    public boolean mayLookUp(Authentication person) {
        Set<String> groups = groups(plans.inForce());
        return person != null
                && person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(groups::contains);
    }

    void insist(Authentication person) {
        if (!mayLookUp(person)) {
            throw new AccessDeniedException("looks up no outside contacts");
        }
    }

    private static Set<String> groups(Plan plan) {
        return Stream.concat(
                        roles(plan),
                        plan.structures().stream()
                                .map(Structure::events)
                                .flatMap(events ->
                                        roles(plan.underEvent(events.get(0).code()))))
                .distinct()
                .flatMap(role -> plan.role(role).ranks().stream())
                .map(rank -> "ROLE_" + rank.group())
                .collect(Collectors.toSet());
    }

    private static Stream<RoleId> roles(Plan plan) {
        var duties = plan.duties();
        return Stream.of(duties.staff(), duties.leader(), duties.head(), duties.operator());
    }
}
