package org.keizoku.engine;

import java.util.Optional;
import java.util.Set;

/** A feature's say in who may have and complete a task, asked whatever door the request came through; it refuses by throwing. */
public interface TaskGuard {

    /**
     * @param person who would have the task
     * @param candidates the groups and persons that the task is offered to
     * @param actor who assigns it, empty for the engine itself
     */
    void mayHave(
            String activation,
            String taskId,
            String step,
            String person,
            Set<String> candidates,
            Optional<String> actor);

    /**
     * @param holder who has the task now
     * @param actor who takes it from them, empty for the engine itself
     */
    void mayTakeBack(String holder, Optional<String> actor);
}
