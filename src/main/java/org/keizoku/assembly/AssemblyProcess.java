package org.keizoku.assembly;

import org.camunda.bpm.engine.RuntimeService;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What answers tell the assembly process: that enough people come, and that everybody has answered. */
@Component
class AssemblyProcess {

    private final RuntimeService runtime;
    private final Answers answers;
    private final Activations activations;

    AssemblyProcess(RuntimeService runtime, Answers answers, Activations activations) {
        this.runtime = runtime;
        this.answers = answers;
        this.activations = activations;
    }

    @EventListener
    void on(AnswerGiven given) {
        Tally tally = answers.tally(given.activation());
        double quorum = activations.planOf(given.activation()).assembly().quorum();
        if (tally.shareAvailable() >= quorum) {
            tell(given.activation(), AssemblyModel.QUORUM_REACHED);
        }
        if (tally.isComplete()) {
            tell(given.activation(), AssemblyModel.ALL_ANSWERED);
        }
    }

    /** Nobody waits once the assembly is over or the message was taken: then the answer is kept and nothing else happens. */
    private void tell(ActivationNumber activation, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(activation.value())
                .correlateAllWithResult();
    }
}
