package org.keizoku.people;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Gives back what a person has taken and may not have any more, so that the others of the group find it again. */
@Component
class TaskReturnSync {

    private final TaskService tasks;
    private final RuntimeService runtime;

    TaskReturnSync(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** Says what was given back: all that is offered neither to the person nor to one of these groups. */
    List<GivenBack> giveBack(String person, Set<String> groups) {
        List<Task> lost = tasks.createTaskQuery().taskAssignee(person).active().list().stream()
                .filter(task -> !mayKeep(task, person, groups))
                .toList();
        lost.forEach(task -> tasks.setAssignee(task.getId(), null));
        return lost.stream()
                .map(task -> new GivenBack(activation(task), task.getName(), person))
                .toList();
    }

    private boolean mayKeep(Task task, String person, Set<String> groups) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> groups.contains(link.getGroupId()) || person.equals(link.getUserId()));
    }

    private String activation(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}
