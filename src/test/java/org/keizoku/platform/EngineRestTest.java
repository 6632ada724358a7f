package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    @Test
    void no_verb_brings_the_requester_to_the_approval() {
        var ways = new RestWays(port, List.of("joho1"), "shukan");
        try (var matter = new SampleMatter(context)) {
            // Whoever may do the task anyway may be named as a candidate once more, which brings them nowhere.
            var requests = RestWays.REQUESTS.stream()
                    .filter(request -> !request.contains("candidate"))
                    .toList();
            for (String request : requests) {
                String instance = matter.begins();
                matter.does("joho1", instance);
                Task approval = matter.open(instance);

                var answer = ways.tryRest(request, "joho1", approval);

                assertThat(answer.statusCode()).as(request + answer.body()).isBetween(400, 599);
                assertThat(matter.open(instance).getId()).as(request).isEqualTo(approval.getId());
                assertThat(matter.open(instance).getAssignee()).as(request).isNull();
                matter.does("joho2", instance);
            }
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
