package org.keizoku.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.testing.Night;
import org.springframework.context.ApplicationContext;

/** The tests' process with one task for each side of a matter, all offered to one section of five people. */
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
        deployment = repository
                .createDeployment()
                .addInputStream(
                        "processes/hands-sample.bpmn",
                        SampleMatter.class.getResourceAsStream("/samples/hands-sample.bpmn"))
                .deploy();
    }

    /** Begins a matter; its process instance. */
    public String begins() {
        return night.asNobody(() -> runtime.startProcessInstanceByKey("hands-sample", Map.of("section", "team"))
                .getId());
    }

    /** Begins a process at this step for a matter that is carried on from elsewhere. */
    String beginsAt(String step, String matter) {
        return night.asNobody(() -> runtime.createProcessInstanceByKey("hands-sample")
                .startBeforeActivity(step)
                .setVariable("section", "team")
                .setVariable(Hands.MATTER, matter)
                .execute()
                .getId());
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
