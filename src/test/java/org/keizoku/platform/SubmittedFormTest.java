package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@KeizokuTest
class SubmittedFormTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String START = ENGINE + "/process-definition/key/door-check/submit-form";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private DoorKeepers keepers;
    private Visitor staff;
    private String task;

    @BeforeEach
    void prepare() {
        keepers = new DoorKeepers(context);
        task = keepers.openTask();
        staff = Visitor.signedIn(port, DoorKeepers.STAFF);
        staff.get(ENGINE + "/task");
        assertThat(staff.json("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + DoorKeepers.STAFF + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_variable_that_the_form_does_not_have_is_refused() {
        var answer = submit("{\"finding\":{\"value\":\"異常なし\"},\"quorumReached\":{\"value\":true}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("この様式にない項目は送れません: quorumReached", "InvalidRequestException");
        assertThat(keepers.isDone(task)).isFalse();
    }

    @Test
    void what_the_form_has_completes_the_task() {
        assertThat(submit("{\"finding\":{\"value\":\"異常なし\"},\"doors\":{\"value\":3,\"type\":\"Integer\"}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(keepers.isDone(task)).isTrue();
    }

    @Test
    void a_task_that_is_gone_is_said_so() {
        submit("{\"finding\":{\"value\":\"異常なし\"}}");

        var again = submit("{\"finding\":{\"value\":\"異常なし\"}}");
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("もうありません");
    }

    @Test
    void a_start_form_brings_its_own_variables_only_and_no_number_of_an_activation() {
        assertThat(start("{\"variables\":{\"place\":{\"value\":\"本庁舎\"}}}").statusCode())
                .isEqualTo(200);
        assertThat(start("{\"variables\":{\"place\":{\"value\":\"本庁舎\"},\"drill\":{\"value\":true}}}")
                        .body())
                .contains("この様式にない項目は送れません: drill");
        assertThat(start("{\"variables\":{\"place\":{\"value\":\"本庁舎\"}},\"businessKey\":\"2026-001\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> start(String body) {
        return staff.json("POST", START, body);
    }

    private HttpResponse<String> submit(String variables) {
        return staff.json("POST", ENGINE + "/task/" + task + "/submit-form", "{\"variables\":" + variables + "}");
    }
}
