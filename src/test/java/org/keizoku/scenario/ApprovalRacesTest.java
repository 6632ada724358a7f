package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.keizoku.downgrade.DowngradeModel;
import org.keizoku.testing.AtOnce;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A request that is altered in the database at the moment of its approval; {@code ApprovalRacesBench} does it a thousand times. */
@KeizokuTest
class ApprovalRacesTest {

    @Autowired
    Night night;

    @Autowired
    Askings askings;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    /** How often it is run. */
    int races() {
        return 6;
    }

    /** Whichever comes first: either the approval is refused, or it counts for what was read and nothing is applied by it. */
    @Test
    void what_is_altered_while_it_is_approved_is_never_applied(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.flyway.user}") String owner,
            @Value("${spring.flyway.password}") String password) {
        Asking asking = askings.after("2026-01-15T22:07:43+09:00");
        var owners = JdbcClient.create(new DriverManagerDataSource(url, owner, password));
        AtOnce.races("approve while editing", races(), race -> {
            ProcessInstance request =
                    night.as("joho1", () -> runtime.startProcessInstanceByKey(DowngradeModel.PROCESS, asking.form()));
            long number =
                    night.asNobody(() -> (Long) runtime.getVariable(request.getId(), DowngradeModel.NUMBER.name()));
            Task decision = open(decisionOf(request));
            night.as("ict-bucho", () -> tasks.claim(decision.getId(), "ict-bucho"));

            int through = race.through(
                    () -> night.as(
                            "ict-bucho",
                            () -> tasks.complete(
                                    decision.getId(), entered("decisionOutcome", "approve", "decisionReason", "可"))),
                    () -> owners.sql("update downgrade set target = 'すべての規則' where number = ?")
                            .param(number)
                            .update());

            assertThat(stateOf(number)).isEqualTo(through == 2 ? "APPROVED" : "REQUESTED");
            if (through == 2) {
                Task apply = open(request.getId());
                assertThatThrownBy(() -> night.claimAndComplete(
                                "joho2", apply, Map.of("applyResult", "applied", "applyNote", "規則12番を変更")))
                        .hasMessageContaining("承認された後に申請の内容が変わっています");
            }
        });
    }

    private String stateOf(long number) {
        return jdbc.sql("select state from downgrade where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private String decisionOf(ProcessInstance request) {
        return night.asNobody(() -> runtime.createProcessInstanceQuery()
                .superProcessInstanceId(request.getId())
                .singleResult()
                .getId());
    }

    private Task open(String instance) {
        return night.asNobody(
                () -> tasks.createTaskQuery().processInstanceId(instance).singleResult());
    }
}
