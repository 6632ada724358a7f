package org.keizoku.revision;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Hands;
import org.keizoku.engine.Side;
import org.keizoku.plan.PersonId;
import org.springframework.stereotype.Component;

/** What the application tells the processes of a revision. It speaks in its own name: nobody has rights on these processes themselves. */
@Component
class RevisionProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Actor actor;
    private final Hands hands;

    RevisionProcess(RuntimeService runtime, TaskService tasks, Actor actor, Hands hands) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.actor = actor;
        this.hands = hands;
    }

    /** Starts the procedure, which goes on to the approval, or to its end where the text has errors; the proposer cannot approve in it. */
    void proposed(long number, String procedure, PersonId proposer) {
        var started = actor.asSystem(
                () -> runtime.startProcessInstanceByKey(procedure, Map.of(RevisionModel.NUMBER.name(), number)));
        hands.acts(started.getId(), proposer.value(), Side.REQUESTER);
    }

    void withdrawn(long number) {
        tell(RevisionModel.WITHDRAWN, number);
    }

    /** Nothing waits for it any more where the deadline has passed. */
    void everyoneConfirmed(long number) {
        tell(RevisionConfirmationModel.EVERYONE_CONFIRMED, number);
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
