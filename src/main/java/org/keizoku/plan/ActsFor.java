package org.keizoku.plan;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Whether somebody who is signed in holds one of some roles of the plan in force, or is a deputy of it. */
@Component
public class ActsFor {

    private final Plans plans;

    public ActsFor(Plans plans) {
        this.plans = plans;
    }

    /** False for nobody and for whoever is not signed in. */
    public boolean any(Authentication person, RoleId... roles) {
        if (person == null || !person.isAuthenticated()) {
            return false;
        }
        Set<String> held = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        Plan plan = plans.inForce();
        return Stream.of(roles)
                .flatMap(role -> plan.role(role).ranks().stream())
                .anyMatch(rank -> held.contains("ROLE_" + rank.group()));
    }
}
