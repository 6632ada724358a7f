package org.keizoku.board;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.keizoku.engine.Actor;
import org.springframework.stereotype.Component;

/** What the engine has waiting, in numbers; it only counts. */
@Component
class EngineStateProcess {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Actor actor;
    private final Clock clock;

    EngineStateProcess(TaskService tasks, RuntimeService runtime, Actor actor, Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.actor = actor;
        this.clock = clock;
    }

    long overdueTasks() {
        return actor.asSystem(() ->
                tasks.createTaskQuery().dueBefore(Date.from(clock.instant())).count());
    }

    long incidents() {
        return actor.asSystem(() -> runtime.createIncidentQuery().count());
    }
}
