package org.keizoku.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.testing.Night;
import org.springframework.context.ApplicationContext;

/** Every way of the Java API that might bring a person to act on a task of a matter. */
public final class JavaWays {

    private final Night night;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final FormService forms;

    public JavaWays(ApplicationContext context) {
        night = context.getBean(Night.class);
        tasks = context.getBean(TaskService.class);
        runtime = context.getBean(RuntimeService.class);
        forms = context.getBean(FormService.class);
    }

    /** Something that might bring the person to act on the task; a ProcessEngineException where it is refused. */
    public interface Way {
        void tryOn(Task task);
    }

    /** By what each is called. */
    public Map<String, Way> of(String person) {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("claim", task -> night.as(person, () -> tasks.claim(task.getId(), person)));
        ways.put("complete", task -> night.as(person, () -> tasks.complete(task.getId())));
        ways.put("submit the form", task -> night.as(person, () -> forms.submitTaskForm(task.getId(), Map.of())));
        ways.put(
                "complete as another matter's",
                task -> night.as(person, () -> tasks.complete(task.getId(), Map.of(Hands.MATTER, "another"))));
        ways.put(
                "claim and complete as another matter's",
                task -> night.as(person, () -> {
                    tasks.claim(task.getId(), person);
                    tasks.complete(task.getId(), Map.of(Hands.MATTER, "another"));
                }));
        ways.put(
                "submit the form as another matter's",
                task -> night.as(person, () -> forms.submitTaskForm(task.getId(), Map.of(Hands.MATTER, "another"))));
        ways.put("resolve", task -> night.as(person, () -> tasks.resolveTask(task.getId())));
        ways.put("assign oneself", task -> night.as(person, () -> tasks.setAssignee(task.getId(), person)));
        ways.put(
                "be assigned by the leader", task -> night.as("shukan", () -> tasks.setAssignee(task.getId(), person)));
        ways.put("be assigned by a job", task -> byNobody(() -> tasks.setAssignee(task.getId(), person)));
        ways.put(
                "be delegated to by the leader",
                task -> night.as("shukan", () -> {
                    tasks.claim(task.getId(), "shukan");
                    tasks.delegateTask(task.getId(), person);
                }));
        ways.put("be delegated to by a job", task -> byNobody(() -> tasks.delegateTask(task.getId(), person)));
        ways.put("own it, and complete", task -> {
            byNobody(() -> tasks.setOwner(task.getId(), person));
            night.as(person, () -> tasks.complete(task.getId()));
        });
        ways.put("be a candidate in person, and claim", task -> {
            byNobody(() -> tasks.addCandidateUser(task.getId(), person));
            night.as(person, () -> tasks.claim(task.getId(), person));
        });
        ways.put(
                "be the assignee by an identity link",
                task -> byNobody(() -> tasks.addUserIdentityLink(task.getId(), person, IdentityLinkType.ASSIGNEE)));
        ways.put(
                "save the task with oneself in it",
                task -> byNobody(() -> {
                    task.setAssignee(person);
                    tasks.saveTask(task);
                }));
        ways.put("make it another matter's, and claim", task -> {
            byNobody(() -> tasks.setVariable(task.getId(), Hands.MATTER, "another"));
            byNobody(() -> tasks.setVariableLocal(task.getId(), Hands.MATTER, "another"));
            byNobody(() -> runtime.setVariable(task.getProcessInstanceId(), Hands.MATTER, "another"));
            night.as(person, () -> tasks.claim(task.getId(), person));
        });
        ways.put(
                "set a variable of it",
                task -> night.as(person, () -> tasks.setVariable(task.getId(), Hands.MATTER, "another")));
        ways.put(
                "set a variable of the procedure",
                task -> night.as(
                        person, () -> runtime.setVariable(task.getProcessInstanceId(), Hands.MATTER, "another")));
        ways.put(
                "send a message",
                task -> night.as(person, () -> runtime.createMessageCorrelation("allowed")
                        .processInstanceId(task.getProcessInstanceId())
                        .correlateWithResult()));
        ways.put("throw an error", task -> night.as(person, () -> tasks.handleBpmnError(task.getId(), "allowed")));
        ways.put("escalate", task -> night.as(person, () -> tasks.handleEscalation(task.getId(), "allowed")));
        ways.put("signal", task -> night.as(person, () -> runtime.signal(task.getExecutionId())));
        ways.put(
                "move the token",
                task -> night.as(person, () -> runtime.createProcessInstanceModification(task.getProcessInstanceId())
                        .startAfterActivity("Task_Allow")
                        .execute()));
        return ways;
    }

    private void byNobody(Runnable work) {
        night.asNobody(() -> {
            work.run();
            return null;
        });
    }
}
