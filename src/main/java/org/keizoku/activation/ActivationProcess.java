package org.keizoku.activation;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the application tells the root process. */
@Component
public class ActivationProcess {

    private final RuntimeService runtime;
    private final Activations activations;

    ActivationProcess(RuntimeService runtime, Activations activations) {
        this.runtime = runtime;
        this.activations = activations;
    }

    /** Starts an activation for what was reported, real or as a drill, as the start form does; a Refused says what is wrong with it, an AccessDeniedException that the person may not. */
    @Transactional
    public ActivationNumber reported(ReportedEvent event, boolean drill) {
        Map<String, Object> variables = TableInputs.of(event);
        variables.put(ActivationModel.OCCURRED_AT.name(), event.occurredAt().toString());
        variables.put(ActivationModel.DRILL.name(), drill);
        variables.put(ActivationModel.SITUATION.name(), event.situation());
        try {
            var started = runtime.createProcessInstanceByKey(ActivationModel.PROCESS)
                    .setVariables(variables)
                    .executeWithVariablesInReturn();
            return new ActivationNumber((String) started.getVariables().get(ActivationModel.ACTIVATION_NUMBER.name()));
        } catch (AuthorizationException notAllowed) {
            throw new AccessDeniedException("may not start an activation", notAllowed);
        }
    }

    /** Ends the response; false where the activation is past it. */
    boolean stoodDown(ActivationNumber number) {
        return !runtime.createMessageCorrelation(ActivationModel.STOOD_DOWN)
                .processInstanceBusinessKey(number.value())
                .correlateAllWithResult()
                .isEmpty();
    }

    /** Begins the response anew with the corrected event; false where the activation is past it. */
    boolean corrected(ActivationNumber number, ReportedEvent event) {
        return !runtime.createMessageCorrelation(ActivationModel.CORRECTED)
                .processInstanceBusinessKey(number.value())
                .setVariables(TableInputs.of(event, activations.planOf(number)))
                .correlateAllWithResult()
                .isEmpty();
    }
}
