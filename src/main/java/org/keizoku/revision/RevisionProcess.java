package org.keizoku.revision;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.keizoku.engine.Actor;
import org.springframework.stereotype.Component;

/** What the application tells the processes of a revision. It speaks in its own name: nobody has rights on these processes themselves. */
@Component
class RevisionProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Actor actor;

    RevisionProcess(RuntimeService runtime, TaskService tasks, Actor actor) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.actor = actor;
    }

    /** Starts the procedure, which goes on to the approval, or to its end where the text has errors. */
    void proposed(long number, String procedure) {
        actor.asSystem(() -> runtime.startProcessInstanceByKey(procedure, Map.of(RevisionModel.NUMBER.name(), number)));
    }

    void withdrawn(long number) {
        tell(RevisionModel.WITHDRAWN, number);
    }

    /** Nothing waits for it any more where the deadline has passed. */
    void everyoneConfirmed(long number) {
        tell(RevisionConfirmationModel.EVERYONE_CONFIRMED, number);
    }

    /** Which proposal an approval's task is about. */
    Optional<Long> revisionOf(String taskId) {
        return actor.asSystem(() -> Optional.ofNullable((Long) tasks.getVariable(taskId, RevisionModel.NUMBER.name())));
    }

    /** The approval's open task is offered to one more group; its id. */
    String offerTo(String processInstance, String group) {
        return actor.asSystem(() -> {
            String task = tasks.createTaskQuery()
                    .processInstanceId(processInstance)
                    .taskDefinitionKey(RevisionApprovalModel.APPROVE)
                    .singleResult()
                    .getId();
            tasks.addCandidateGroup(task, group);
            return task;
        });
    }

    private void tell(String message, long number) {
        actor.asSystem(() -> runtime.createMessageCorrelation(message)
                .processInstanceVariableEquals(RevisionModel.NUMBER.name(), number)
                .correlateAllWithResult());
    }
}
