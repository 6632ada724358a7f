package org.keizoku.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.keizoku.testing.Night;
import org.springframework.boot.test.context.TestComponent;

/** A small activation of the tests: a decision of the CIO and a deputy, a survey of the team due in an hour, a check of a section. */
@TestComponent
class Round {

    static final String ACTIVATION = "2026-902";
    static final String DECIDE = "Task_Decide";
    static final String SURVEY = "Task_Survey";
    static final String CHECK = "Task_Check";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Night night;
    private Deployment deployment;

    Round(RepositoryService repository, RuntimeService runtime, TaskService tasks, Night night) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.night = night;
    }

    void begins() {
        var model = Bpmn.createExecutableProcess("people-sample")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .parallelGateway("Gateway_All")
                .userTask(DECIDE)
                .name("判断する")
                .camundaCandidateGroups("cio,cio-deputy-1")
                .endEvent()
                .moveToNode("Gateway_All")
                .userTask(SURVEY)
                .name("調べる")
                .camundaCandidateGroups("team")
                .camundaDueDate("${surveyBy}")
                .endEvent()
                .moveToNode("Gateway_All")
                .userTask(CHECK)
                .name("確認する")
                .camundaCandidateGroups("schools")
                .endEvent()
                .done();
        deployment = repository
                .createDeployment()
                .addModelInstance("processes/people-sample.bpmn", model)
                .deploy();
        runtime.startProcessInstanceByKey(
                "people-sample",
                ACTIVATION,
                Map.of("surveyBy", Date.from(night.now().plus(Duration.ofHours(1)))));
    }

    void ends() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    Task task(String step) {
        return night.task(ACTIVATION, step);
    }

    void takes(String person, String step) {
        night.as(person, () -> tasks.claim(task(step).getId(), person));
        assertThat(task(step).getAssignee()).isEqualTo(person);
    }
}
