package org.keizoku.board;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.engine.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks of an activation as the board shows them to all staff, whoever may work on them; it only reads. */
@Component
class OpenTasksProcess {

    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final Actor actor;

    OpenTasksProcess(TaskService tasks, JdbcClient jdbc, Actor actor) {
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.actor = actor;
    }

    List<OpenTask> of(ActivationNumber activation) {
        List<Task> open = actor.asSystem(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(activation.value())
                .orderByTaskCreateTime()
                .asc()
                .list());
        var groups = groups(open.stream().map(Task::getId).toList());
        return open.stream()
                .map(task -> new OpenTask(
                        task.getId(),
                        task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                        task.getAssignee(),
                        instant(task.getCreateTime()),
                        instant(task.getDueDate()),
                        groups.getOrDefault(task.getId(), new TreeSet<>())))
                .toList();
    }

    /** One look at the engine's table: its API would be asked once for each task, by every reader, every half minute. */
    private Map<String, SortedSet<String>> groups(Collection<String> ids) {
        Map<String, SortedSet<String>> groups = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(
                            "select task_id_, group_id_ from act_ru_identitylink where type_ = :type and group_id_ is not null and task_id_ in (:ids)")
                    .param("type", IdentityLinkType.CANDIDATE)
                    .param("ids", ids)
                    .query(row -> {
                        groups.computeIfAbsent(row.getString(1), task -> new TreeSet<>())
                                .add(row.getString(2));
                    });
        }
        return groups;
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
