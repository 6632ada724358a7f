package org.keizoku.engine;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the record what happened beside a piece of work that was refused or came past all pages: in a transaction of its own, since that
 * of the work has rolled back or will, and never so that the record's trouble takes the place of the work's own end.
 */
@Component
public class RecordAside {

    private static final Logger LOG = LoggerFactory.getLogger(RecordAside.class);

    private final ApplicationEventPublisher events;
    private final TransactionTemplate ownTransaction;

    RecordAside(ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.events = events;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param fact asked for within that transaction; where it cannot be written, the operator learns that the record has a gap */
    public void tell(Supplier<Fact> fact) {
        try {
            ownTransaction.executeWithoutResult(begun -> events.publishEvent(fact.get()));
        } catch (RuntimeException unrecorded) {
            LOG.error("what was tried could not be put on the record", unrecorded);
        }
    }
}
