package org.keizoku.audit;

import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.keizoku.engine.Actor;
import org.keizoku.plan.Plans;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The real ledger for a context that has neither people nor plans: what is told there is told by the software. */
public final class LedgerInNode {

    private LedgerInNode() {}

    /** The context brings its database and its clock. */
    public static void register(AnnotationConfigApplicationContext parts) {
        parts.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        parts.registerBean(Actor.class, () -> mock(Actor.class));
        parts.registerBean(Plans.class, () -> mock(Plans.class));
        parts.register(Ledger.class);
    }
}
