package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.engine.Fact;
import org.keizoku.engine.SampleMatter;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The doors of an installation that opens the engine's REST API and lets an operator read the figures. */
@KeizokuTest
@AutoConfigureObservability(tracing = false)
@TestPropertySource(
        properties = {
            "keizoku.engine-rest.enabled=true",
            "keizoku.operator.name=watch",
            "keizoku.operator.password=figures-only-1"
        })
class EngineRestTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Heard heard;

    private DoorKeepers keepers;

    @BeforeEach
    void prepare() {
        keepers = new DoorKeepers(context);
    }

    @Test
    void the_engines_rest_api_needs_a_password_and_never_takes_the_session() {
        assertThat(new Visitor(port).get("/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(Visitor.signedIn(port, DoorKeepers.STAFF)
                        .get("/engine-rest/task")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_person_sees_there_what_they_may_see_and_no_more() {
        String task = keepers.openTask();
        var staff = new Visitor(port).withPassword(DoorKeepers.STAFF, DoorKeepers.PASSWORD);
        var auditor = new Visitor(port).withPassword(DoorKeepers.AUDITOR, DoorKeepers.PASSWORD);

        assertThat(staff.get("/engine-rest/task").body()).contains(task);
        assertThat(auditor.get("/engine-rest/task").body()).isEqualTo("[]");
        assertThat(auditor.json("POST", "/engine-rest/process-definition/key/door-check/start", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void expressions_and_foreign_variables_are_refused_there_too() {
        String task = keepers.openTask();
        var staff = new Visitor(port).withPassword(DoorKeepers.STAFF, DoorKeepers.PASSWORD);

        assertThat(staff.json("POST", "/engine-rest/task", "{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(staff.json(
                                "POST",
                                "/engine-rest/task/" + task + "/submit-form",
                                "{\"variables\":{\"drill\":{\"value\":true}}}")
                        .body())
                .contains("この様式にない項目は送れません");
    }

    /** Five people who may all do everything, and each verb with which the requester might come to approve. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    joho1  | POST   | task/TASK/claim                        | {"userId": "joho1"}
                    joho1  | POST   | task/TASK/assignee                     | {"userId": "joho1"}
                    shukan | POST   | task/TASK/assignee                     | {"userId": "joho1"}
                    joho1  | POST   | task/TASK/complete                     | {}
                    joho1  | POST   | task/TASK/submit-form                  | {"variables": {}}
                    joho1  | POST   | task/TASK/resolve                      | {}
                    shukan | POST   | task/TASK/delegate                     | {"userId": "joho1"}
                    joho1  | POST   | task/TASK/identity-links               | {"userId": "joho1", "type": "assignee"}
                    shukan | POST   | task/TASK/identity-links               | {"userId": "joho1", "type": "assignee"}
                    joho1  | PUT    | task/TASK                              | {"assignee": "joho1"}
                    shukan | PUT    | task/TASK                              | {"assignee": "joho1"}
                    joho1  | PUT    | task/TASK/variables/matter             | {"value": "another"}
                    joho1  | PUT    | task/TASK/localVariables/matter        | {"value": "another"}
                    joho1  | POST   | task/TASK/bpmnError                    | {"errorCode": "allowed"}
                    joho1  | POST   | task/TASK/bpmnEscalation               | {"escalationCode": "allowed"}
                    joho1  | DELETE | task/TASK                              |
                    joho1  | PUT    | process-instance/CASE/variables/matter | {"value": "another"}
                    joho1  | POST   | process-instance/CASE/modification     | {"instructions": [{"type": "startAfterActivity", "activityId": "Task_Allow"}]}
                    joho1  | DELETE | process-instance/CASE                  |
                    joho1  | POST   | execution/CASE/signal                  | {}
                    joho1  | POST   | message                                | {"messageName": "allowed", "processInstanceId": "CASE"}
                    """)
    void no_verb_brings_the_requester_to_the_approval(String person, String verb, String path, String body) {
        try (var matter = new SampleMatter(context)) {
            String instance = matter.begins();
            matter.does("joho1", instance);
            String approval = matter.open(instance).getId();

            var answer = new Visitor(port)
                    .withPassword(person, "test-only-word")
                    .json(verb, "/engine-rest/" + path.replace("TASK", approval).replace("CASE", instance), body);

            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 599);
            assertThat(matter.open(instance).getId()).isEqualTo(approval);
            assertThat(matter.open(instance).getAssignee()).isNull();
            matter.does("joho2", instance);
        }
    }

    @Test
    void each_call_is_on_the_record_with_its_outcome_and_nothing_of_what_was_sent() {
        String task = keepers.openTask();
        var staff = new Visitor(port).withPassword(DoorKeepers.STAFF, DoorKeepers.PASSWORD);

        staff.get("/engine-rest/task?assignee=secret");
        staff.json(
                "POST", "/engine-rest/task/" + task + "/submit-form", "{\"variables\":{\"drill\":{\"value\":true}}}");
        new Visitor(port).get("/engine-rest/task");

        assertThat(heard.stream(Fact.class)
                        .filter(fact -> fact.kind().equals("engine-rest-called"))
                        .map(fact -> fact.actor() + " " + fact.values()))
                .containsExactly(
                        "%s {要求=GET /engine-rest/task, 結果=200}".formatted(DoorKeepers.STAFF),
                        "%s {要求=POST /engine-rest/task/%s/submit-form, 結果=400}".formatted(DoorKeepers.STAFF, task));
    }

    @Test
    void the_operator_reads_the_figures_and_nothing_else() {
        var operator = new Visitor(port).withPassword("watch", "figures-only-1");

        var figures = operator.get("/actuator/prometheus");
        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.body())
                .contains(
                        "keizoku_notice_gaps_open ",
                        "keizoku_notice_overdue_oldest_seconds ",
                        "keizoku_notice_dispatcher_look_age_seconds ",
                        "keizoku_notice_heartbeat_age_seconds ");
        assertThat(operator.get("/api/anything").statusCode()).isEqualTo(401);
        assertThat(new Visitor(port)
                        .withPassword(DoorKeepers.STAFF, DoorKeepers.PASSWORD)
                        .get("/actuator/prometheus")
                        .statusCode())
                .isEqualTo(401);
    }
}
