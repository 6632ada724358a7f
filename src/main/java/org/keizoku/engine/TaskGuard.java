package org.keizoku.engine;

import java.util.Optional;
import java.util.Set;

/** A feature's say in who may have and complete a task, asked whatever door the request came through; it refuses by throwing. */
public interface TaskGuard {

    /** Refuses a person whom the feature does not let have the task. */
    void mayHave(Assignment assignment);

    /**
     * Refuses somebody who may not take the task from its holder.
     *
     * @param actor who takes it, empty for the engine itself
     */
    default void mayTakeBack(String holder, Optional<String> actor) {}

    /**
     * A task, and who would have it.
     *
     * @param activation the business key of the task's process, null where it has none
     * @param step the task's id in its model
     * @param candidates the groups and persons that the task is offered to
     * @param actor who assigns it, empty for the engine itself
     */
    record Assignment(
            String activation,
            String taskId,
            String step,
            String person,
            Set<String> candidates,
            Optional<String> actor) {

        /** Whether a person takes the task for themselves. */
        public boolean isOwnClaim() {
            return actor.filter(person::equals).isPresent();
        }

        /** Whether a person gives the task to another. */
        public boolean isHandedOver() {
            return actor.isPresent() && !isOwnClaim();
        }
    }
}
