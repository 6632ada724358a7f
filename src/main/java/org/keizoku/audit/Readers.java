package org.keizoku.audit;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.Plans;
import org.keizoku.plan.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Who may read the ledger: the auditor, the operator, the head and the leader of the plan in force, with those who act for them. */
@Component
public class Readers {

    private final Plans plans;

    Readers(Plans plans) {
        this.plans = plans;
    }

    public boolean mayRead(Authentication person) {
        return person != null
                && person.isAuthenticated()
                && person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(authorities()::contains);
    }

    /** An AccessDeniedException where the person may not. */
    public void insist(Authentication person) {
        if (!mayRead(person)) {
            throw new AccessDeniedException("reads no ledger");
        }
    }

    private Set<String> authorities() {
        var plan = plans.inForce();
        var duties = plan.duties();
        return Stream.of(duties.auditor(), duties.operator(), duties.head(), duties.leader())
                .map(plan::role)
                .flatMap(role -> role.ranks().stream())
                .map(Role.Rank::group)
                .map(group -> "ROLE_" + group)
                .collect(Collectors.toSet());
    }
}
