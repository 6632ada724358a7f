package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    @Test
    void the_operator_reads_the_figures_and_nothing_else() {
        var operator = new Visitor(port).withPassword("watch", "figures-only-1");

        assertThat(operator.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(operator.get("/api/anything").statusCode()).isEqualTo(401);
        assertThat(new Visitor(port)
                        .withPassword(DoorKeepers.STAFF, DoorKeepers.PASSWORD)
                        .get("/actuator/prometheus")
                        .statusCode())
                .isEqualTo(401);
    }
}
