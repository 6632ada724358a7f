package org.keizoku.assembly;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What answers tell the assembly process: that enough people come, and that everybody has answered. Only once the answer is committed:
 * two answers at the same moment may hinder each other in the engine, and that must not cost anybody's answer.
 */
@Component
class AssemblyProcess {

    private static final int TRIES = 5;

    private final RuntimeService runtime;
    private final Answers answers;
    private final Activations activations;
    private final TransactionTemplate ownTransaction;

    AssemblyProcess(
            RuntimeService runtime, Answers answers, Activations activations, PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.answers = answers;
        this.activations = activations;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(AnswerGiven given) {
        tell(given.activation());
    }

    /** An earlier start may have been killed between an answer and this; telling twice does no harm. */
    @EventListener(ApplicationReadyEvent.class)
    void tellWhatWasNotHeard() {
        activations.all().stream()
                .filter(activation -> activation.state() == State.OPEN)
                .forEach(activation -> tell(activation.number()));
    }

    private void tell(ActivationNumber activation) {
        Tally tally = answers.tally(activation);
        double quorum = activations.planOf(activation).assembly().quorum();
        if (tally.shareAvailable() >= quorum) {
            tell(activation, AssemblyModel.QUORUM_REACHED);
        }
        if (tally.isComplete()) {
            tell(activation, AssemblyModel.ALL_ANSWERED);
        }
    }

    /** Nobody waits once the assembly is over or the message was taken: then the answer is kept and nothing else happens. */
    private void tell(ActivationNumber activation, String message) {
        for (int tried = 1; ; tried++) {
            try {
                ownTransaction.executeWithoutResult(began -> runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(activation.value())
                        .correlateAllWithResult());
                return;
            } catch (OptimisticLockingException hindered) {
                if (tried == TRIES) {
                    throw hindered;
                }
            }
        }
    }
}
