package org.keizoku.approval;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.keizoku.activation.AbsenceKnown;
import org.keizoku.engine.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the wait of a decision at once where everybody who is waited for turns out to be absent: its timer is due now. Only once that is
 * committed: whatever hinders it here costs nobody's answer, and the wait then ends at its own time.
 */
@Component
class PassingOverProcess {

    private static final Logger LOG = LoggerFactory.getLogger(PassingOverProcess.class);

    private final Decisions decisions;
    private final ManagementService jobs;
    private final Actor actor;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    PassingOverProcess(
            Decisions decisions,
            ManagementService jobs,
            Actor actor,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.jobs = jobs;
        this.actor = actor;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(AbsenceKnown known) {
        try {
            ownTransaction.executeWithoutResult(
                    began -> decisions.waitingForNobody(known.activation()).forEach(this::endWait));
        } catch (OptimisticLockingException hindered) {
            LOG.info("A decision of {} is being passed on already", known.activation());
        }
    }

    private void endWait(String run) {
        actor.asSystem(() -> {
            jobs.createJobQuery().processInstanceId(run).activityId(DecisionModel.RANK_SILENT).timers().list().stream()
                    .forEach(timer -> jobs.setJobDuedate(timer.getId(), Date.from(clock.instant())));
            return null;
        });
    }
}
