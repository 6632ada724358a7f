package org.keizoku.testing;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;

/** The people of a test, signed in to the engine as Tasklist would sign them in. */
class People {

    private final IdentityService identity;
    private final TaskService tasks;

    People(IdentityService identity, TaskService tasks) {
        this.identity = identity;
        this.tasks = tasks;
    }

    <T> T as(String person, Supplier<T> work) {
        List<String> groups = asNobody(() -> identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList());
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(person, groups);
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }

    /** As the engine works by itself: nobody is signed in, and nothing is hidden. */
    <T> T asNobody(Supplier<T> work) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }

    List<Task> tasks(String activation, String step) {
        return asNobody(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(activation)
                .taskDefinitionKey(step)
                .list());
    }

    List<String> openSteps(String activation) {
        return asNobody(() -> tasks.createTaskQuery().processInstanceBusinessKey(activation).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList());
    }

    void claimAndComplete(String person, Task task, Map<String, Object> values) {
        as(person, () -> {
            tasks.claim(task.getId(), person);
            tasks.complete(task.getId(), values);
            return null;
        });
    }
}
