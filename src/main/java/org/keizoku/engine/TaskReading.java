package org.keizoku.engine;

import java.util.Optional;
import java.util.function.Function;

/** A feature's word on what to read before doing a task; Tasklist shows it below what the task says itself. */
public interface TaskReading {

    /**
     * One line for whoever has to do the task; empty where there is nothing to read.
     *
     * @param activation the business key of the activation, null outside of one
     * @param step the id of the user task in its model
     * @param variables the value of a variable that the task can see, null where there is none of that name
     */
    Optional<String> of(String activation, String step, Function<String, Object> variables);
}
