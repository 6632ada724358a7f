package org.keizoku.engine;

import java.util.Map;

/**
 * What the engine or its operator did beside user tasks: published as a Spring event in the engine's transaction.
 *
 * @param activation the business key of the activation, null outside of one
 * @param process the process id, null where it concerns none
 * @param step the id of the element in the model, or the operator's operation
 * @param name how people call the step, the procedure or the thing operated on
 * @param actor the person's id, or {@link Actor#SYSTEM}
 * @param values what was changed, for an operation
 */
public record StepHappened(
        What what, String activation, String process, String step, String name, String actor, Map<String, ?> values) {

    /** What happened. */
    public enum What {
        TIMER_FIRED,
        TIMER_CANCELLED,
        PROCEDURE_STARTED,
        PROCEDURE_ENDED,
        PROCEDURE_CANCELLED,
        INCIDENT_RAISED,
        INCIDENT_RESOLVED,
        OPERATED
    }
}
