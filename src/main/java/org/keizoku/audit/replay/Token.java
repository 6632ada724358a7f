package org.keizoku.audit.replay;

import java.time.Instant;

/**
 * A token at one step of a run, from its arrival to its leaving.
 *
 * @param id of the visit: the same step visited again is another token
 * @param step the id of the element in the model
 * @param name what people read on the step, a task with the name that it had
 * @param task the id of the user task, null elsewhere
 * @param calls the run that a call activity called, null elsewhere
 * @param dueAt by when a task had to be done, null where nothing is due
 */
record Token(String id, String run, String step, String name, Instant since, String task, String calls, Instant dueAt) {

    boolean isOverdueAt(Instant moment) {
        return dueAt != null && !dueAt.isAfter(moment);
    }
}
