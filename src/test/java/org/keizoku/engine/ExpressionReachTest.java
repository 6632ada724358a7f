package org.keizoku.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;

@KeizokuTest
class ExpressionReachTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Test
    void an_expression_in_a_model_reaches_no_service_of_the_application() {
        var model = Bpmn.createExecutableProcess("reach-sample")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask()
                .camundaExpression("${clock.instant()}")
                .done();
        var deployment = repository
                .createDeployment()
                .addModelInstance("reach-sample.bpmn", model)
                .deploy();
        try {
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("reach-sample"))
                    .isInstanceOf(ProcessEngineException.class)
                    .hasMessageContaining("Cannot resolve identifier 'clock'");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }
}
