package org.keizoku.engine;

import java.util.Map;
import java.util.Set;

/**
 * A step in the life of a user task, published as a Spring event in the engine's transaction.
 *
 * @param activation the business key of the activation, null outside of one
 * @param process the process id
 * @param step the id of the user task in the model
 * @param name the task's name as people see it
 * @param candidates the groups and persons that it is offered to
 * @param formerAssignee who had it before; null where nobody had
 * @param values the labels and values of the form, once done
 */
public record TaskHappened(
        What what,
        String activation,
        String taskId,
        String process,
        String step,
        String name,
        Set<String> candidates,
        String assignee,
        String formerAssignee,
        Map<String, ?> values) {

    /** What happened to the task. */
    public enum What {
        OPENED,
        CLAIMED,
        GIVEN_BACK,
        HANDED_OVER,
        DONE,
        WITHDRAWN
    }
}
