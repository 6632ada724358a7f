package org.keizoku.plan.workbook;

import java.util.Arrays;
import org.keizoku.plan.Plans;
import org.keizoku.plan.RoleId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Who may bring and take workbooks: for the plan the leader and the operator, for contacts the operator alone, with those who act for them. */
@Component
public class WorkbookRights {

    private final Plans plans;

    WorkbookRights(Plans plans) {
        this.plans = plans;
    }

    void insistOnPlan(Authentication person) {
        var duties = plans.inForce().duties();
        insist(person, duties.leader(), duties.operator());
    }

    /** Whether the person may see whole numbers and addresses. */
    public boolean mayKeepContacts(Authentication person) {
        return acts(person, plans.inForce().duties().operator());
    }

    public void insistOnContacts(Authentication person) {
        insist(person, plans.inForce().duties().operator());
    }

    private void insist(Authentication person, RoleId... roles) {
        if (Arrays.stream(roles).noneMatch(role -> acts(person, role))) {
            throw new AccessDeniedException("takes no workbooks");
        }
    }

    private boolean acts(Authentication person, RoleId role) {
        var groups = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        return plans.inForce().role(role).ranks().stream().anyMatch(rank -> groups.contains("ROLE_" + rank.group()));
    }
}
