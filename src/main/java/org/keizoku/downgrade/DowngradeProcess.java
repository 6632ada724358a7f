package org.keizoku.downgrade;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.keizoku.engine.Actor;
import org.springframework.stereotype.Component;

/** What the application tells the processes of a matter. It speaks in its own name: nobody has rights on these processes themselves. */
@Component
class DowngradeProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Actor actor;

    DowngradeProcess(RuntimeService runtime, TaskService tasks, Actor actor) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.actor = actor;
    }

    /** The table has another end: the clock looks at it anew, and the open restoration bears it. */
    void endChanged(long number, Instant until) {
        actor.asSystem(() -> {
            tasks.createTaskQuery()
                    .taskDefinitionKey(InForceModel.RESTORE)
                    .processVariableValueEquals(DowngradeModel.NUMBER.name(), number)
                    .list()
                    .forEach(task -> {
                        task.setDueDate(Date.from(until));
                        tasks.saveTask(task);
                    });
            return runtime.createMessageCorrelation(InForceModel.END_CHANGED)
                    .processInstanceVariableEquals(DowngradeModel.NUMBER.name(), number)
                    .correlateAllWithResult();
        });
    }

    /** Asks the leader whether a lowering is still needed. */
    void review(Downgrade downgrade, String leader, String why) {
        actor.asSystem(() -> runtime.startProcessInstanceByKey(
                ReviewDowngradeModel.PROCESS,
                downgrade.activation().value(),
                Map.of(
                        DowngradeModel.NUMBER.name(),
                        downgrade.number(),
                        DowngradeModel.TITLE.name(),
                        downgrade.title(),
                        ReviewDowngradeModel.LEADER.name(),
                        leader,
                        ReviewDowngradeModel.WHY.name(),
                        why)));
    }
}
