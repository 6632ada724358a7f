package org.keizoku.board;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.Plans;
import org.keizoku.plan.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Who may have notices sent again: the leader and the operator of the plan in force, with those who act for them. */
@Component
class MayResend {

    private final Plans plans;

    MayResend(Plans plans) {
        this.plans = plans;
    }

    boolean test(Authentication person) {
        return person != null
                && person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(authorities()::contains);
    }

    private Set<String> authorities() {
        var plan = plans.inForce();
        return Stream.of(plan.duties().leader(), plan.duties().operator())
                .map(plan::role)
                .flatMap(role -> role.ranks().stream())
                .map(Role.Rank::group)
                .map(group -> "ROLE_" + group)
                .collect(Collectors.toSet());
    }
}
