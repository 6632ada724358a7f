package org.keizoku.engine;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells what the engine or a service refused to somebody who is signed in. Rule MNT-557-01. */
@Component
class RefusedAttempts {

    private final RecordAside record;
    private final Clock clock;
    /** Asked for late, as all that belongs to the engine: it is being built when this is. */
    private final ObjectProvider<Actor> actor;

    private final ObjectProvider<TaskService> tasks;

    RefusedAttempts(RecordAside record, Clock clock, ObjectProvider<Actor> actor, ObjectProvider<TaskService> tasks) {
        this.record = record;
        this.clock = clock;
        this.actor = actor;
        this.tasks = tasks;
    }

    /** Which task an attempt was about. */
    record About(String activation, String task) {}

    /**
     * @param deed what was refused: a command as the engine calls it, or a service's method
     * @param why a {@link Refused}, told once however many pass it on, or a missing right
     */
    void tell(String deed, ProcessEngineException why) {
        if (why instanceof Refused refused && !refused.isFirstTold()) {
            return;
        }
        actor.getObject().person().ifPresent(person -> record.tell(() -> fact(person, deed, why)));
    }

    private Fact fact(String person, String deed, ProcessEngineException why) {
        var about = about(why);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("操作", deed);
        values.put("理由", String.valueOf(why.getMessage()));
        return new Fact(
                about.map(About::activation).orElse(null),
                clock.instant(),
                person,
                null,
                "attempt-refused",
                about.map(task -> "{%s} によるタスク「%s」の操作を拒否".formatted(person, task.task()))
                        .orElse("{%s} の操作を拒否".formatted(person)),
                values);
    }

    private Optional<About> about(ProcessEngineException why) {
        if (why instanceof Refused refused) {
            return refused.about();
        }
        return ((AuthorizationException) why)
                .getMissingAuthorizations().stream()
                        .filter(missing -> EntityTypes.TASK.equals(missing.getResourceType()))
                        .map(missing -> missing.getResourceId())
                        .findFirst()
                        .flatMap(this::task);
    }

    private Optional<About> task(String id) {
        return actor.getObject().asSystem(() -> Optional.ofNullable(
                        tasks.getObject().createTaskQuery().taskId(id).singleResult())
                .map(task ->
                        new About((String) tasks.getObject().getVariable(id, TaskWatch.ACTIVATION), task.getName())));
    }
}
