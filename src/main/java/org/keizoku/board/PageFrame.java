package org.keizoku.board;

import org.keizoku.audit.Names;
import org.keizoku.audit.Readers;
import org.keizoku.auditing.AuditingRights;
import org.keizoku.people.LeaderOrOperator;
import org.keizoku.plan.ActsFor;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.keizoku.plan.Role;
import org.keizoku.plan.RoleId;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page says: who is signed in, and where they may go. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    private final Plans plans;
    private final Readers readers;
    private final ActsFor actsFor;
    private final LeaderOrOperator callers;
    private final AuditingRights audits;

    PageFrame(Plans plans, Readers readers, ActsFor actsFor, LeaderOrOperator callers, AuditingRights audits) {
        this.audits = audits;
        this.plans = plans;
        this.actsFor = actsFor;
        this.readers = readers;
        this.callers = callers;
    }

    /** The signed-in person's name; null on a page without anybody. */
    @ModelAttribute("me")
    String me(Authentication person) {
        return person == null ? null : new Names(plans.inForce()).person(person.getName());
    }

    /** Tasklist refuses whoever has nothing but the auditor's role. */
    @ModelAttribute("mayWork")
    boolean mayWork(Authentication person) {
        Plan plan = plans.inForce();
        return actsFor.any(
                person,
                plan.roles().stream()
                        .map(Role::id)
                        .filter(role -> !role.equals(plan.duties().auditor()))
                        .toArray(RoleId[]::new));
    }

    /** Whether the person may call others: by a notice of their own words, or by telephone. */
    @ModelAttribute("mayCall")
    boolean mayCall(Authentication person) {
        return callers.test(person);
    }

    @ModelAttribute("mayReadAudits")
    boolean mayReadAudits(Authentication person) {
        return audits.mayReadAll(person);
    }

    @ModelAttribute("mayAudit")
    boolean mayAudit(Authentication person) {
        return readers.mayRead(person);
    }
}
