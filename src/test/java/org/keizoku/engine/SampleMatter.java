package org.keizoku.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.testing.Night;
import org.springframework.context.ApplicationContext;

/** The tests' processes with a task for each side of a matter, all offered to one section of five people or to whom the test says. */
public final class SampleMatter implements AutoCloseable {

    /** The section of five; the first leads it. */
    public static final List<String> SECTION = List.of("shukan", "joho1", "joho2", "joho3", "joho4");

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Night night;
    private final Deployment deployment;

    public SampleMatter(ApplicationContext context) {
        repository = context.getBean(RepositoryService.class);
        runtime = context.getBean(RuntimeService.class);
        tasks = context.getBean(TaskService.class);
        night = context.getBean(Night.class);
        var samples = repository.createDeployment();
        List.of("hands-sample", "hands-approval", "hands-both")
                .forEach(sample -> samples.addInputStream(
                        "processes/%s.bpmn".formatted(sample),
                        SampleMatter.class.getResourceAsStream("/samples/%s.bpmn".formatted(sample))));
        deployment = samples.deploy();
    }

    /** Begins a matter; its process instance. */
    public String begins() {
        return begins(everySide("team"));
    }

    /** Begins a matter whose sides are offered to these groups: each side's variable with its groups, comma separated. */
    public String begins(Map<String, Object> sides) {
        return night.asNobody(
                () -> runtime.startProcessInstanceByKey("hands-sample", sides).getId());
    }

    private static Map<String, Object> everySide(String groups) {
        return Map.of("askers", groups, "approvers", groups, "doers", groups, "checkers", groups);
    }

    /** Begins a matter of which two processes carry on a side each, both open at once; the instance that it belongs to. */
    String beginsTwice() {
        return night.asNobody(() -> runtime.startProcessInstanceByKey("hands-both", everySide("team"))
                .getId());
    }

    /** The open task of this step in one of the processes that the instance has called. */
    Task openIn(String instance, String step) {
        return night.asNobody(() -> tasks.createTaskQuery()
                .taskDefinitionKey(step)
                .processInstanceIdIn(
                        runtime.createProcessInstanceQuery().superProcessInstanceId(instance).list().stream()
                                .map(ProcessInstance::getId)
                                .toArray(String[]::new))
                .singleResult());
    }

    /** The one open task. */
    public Task open(String instance) {
        return night.asNobody(
                () -> tasks.createTaskQuery().processInstanceId(instance).singleResult());
    }

    public void does(String person, String instance) {
        night.claimAndComplete(person, open(instance), Map.of());
    }

    @Override
    public void close() {
        night.asNobody(() -> {
            repository.deleteDeployment(deployment.getId(), true);
            return null;
        });
    }
}
