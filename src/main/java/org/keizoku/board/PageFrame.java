package org.keizoku.board;

import org.keizoku.audit.Names;
import org.keizoku.audit.Readers;
import org.keizoku.plan.Plans;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page says: who is signed in, and where they may go. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    private final Plans plans;
    private final Readers readers;

    PageFrame(Plans plans, Readers readers) {
        this.plans = plans;
        this.readers = readers;
    }

    /** The signed-in person's name; null on a page without anybody. */
    @ModelAttribute("me")
    String me(Authentication person) {
        return person == null ? null : new Names(plans.inForce()).person(person.getName());
    }

    @ModelAttribute("mayAudit")
    boolean mayAudit(Authentication person) {
        return readers.mayRead(person);
    }
}
