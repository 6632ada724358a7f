package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.engine.Fact;
import org.keizoku.platform.web.OutsidePort;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@KeizokuTest
class DoorsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    OutsidePort outside;

    @Autowired
    ApplicationContext context;

    @Autowired
    Heard heard;

    private DoorKeepers keepers;

    @BeforeEach
    void prepare() {
        keepers = new DoorKeepers(context);
    }

    /** 302 is the way to the login page. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # method | path                                             | nobody | staff | auditor | administrator
                    GET      | /                                                | 302 | 200 | 200 | 200
                    GET      | /login                                           | 200 | 200 | 200 | 200
                    GET      | /assets/platform/login.js                        | 200 | 200 | 200 | 200
                    GET      | /nowhere                                         | 302 | 404 | 404 | 404
                    GET      | /a/some-token                                    | 404 | 404 | 404 | 404
                    POST     | /callbacks/sms                                   | 404 | 404 | 404 | 404
                    GET      | /actuator/health                                 | 200 | 200 | 200 | 200
                    GET      | /actuator/prometheus                             | 401 | 401 | 401 | 401
                    GET      | /api/anything                                    | 401 | 401 | 401 | 401
                    GET      | /engine-rest/engine                              | 404 | 404 | 404 | 404
                    GET      | /camunda/app/tasklist/default/                   | 302 | 200 | 200 | 200
                    GET      | /camunda/app/cockpit/default/                    | 302 | 404 | 404 | 200
                    GET      | /camunda/app/admin/default/                      | 302 | 404 | 404 | 403
                    GET      | /camunda/app/admin/default/setup/                | 404 | 404 | 404 | 404
                    GET      | ENGINE/task                                      | 401 | 200 | 200 | 200
                    GET      | ENGINE/filter                                    | 401 | 200 | 200 | 200
                    GET      | ENGINE/user/door-tester-1/profile                | 401 | 200 | 404 | -
                    GET      | ENGINE/job                                       | 401 | 404 | 404 | 200
                    GET      | ENGINE/deployment                                | 401 | 404 | 404 | 200
                    GET      | ENGINE/task/x/attachment                         | 401 | 404 | 404 | 404
                    POST     | ENGINE/task/x/attachment/create                  | 401 | 404 | 404 | 404
                    POST     | ENGINE/task/x/complete                           | 401 | 404 | 404 | -
                    POST     | ENGINE/task/x/resolve                            | 401 | 404 | 404 | -
                    POST     | ENGINE/task/x/delegate                           | 401 | 404 | 404 | -
                    POST     | ENGINE/task/x/bpmnError                          | 401 | 404 | 404 | -
                    PUT      | ENGINE/task/x                                    | 401 | 404 | 404 | -
                    DELETE   | ENGINE/task/x                                    | 401 | 404 | 404 | -
                    PUT      | ENGINE/task/x/variables/y                        | 401 | 404 | 404 | -
                    POST     | ENGINE/task/x/localVariables                     | 401 | 404 | 404 | -
                    POST     | ENGINE/task/create                               | 401 | 404 | 404 | -
                    POST     | ENGINE/filter/create                             | 401 | 404 | 404 | -
                    PUT      | ENGINE/filter/x                                  | 401 | 404 | 404 | -
                    DELETE   | ENGINE/filter/x                                  | 401 | 404 | 404 | -
                    POST     | ENGINE/user/create                               | 401 | 404 | 404 | -
                    PUT      | ENGINE/user/door-tester-1/credentials            | 401 | 404 | 404 | -
                    POST     | ENGINE/authorization/create                      | 401 | 404 | 404 | -
                    POST     | ENGINE/process-definition/key/door-check/start   | 401 | 404 | 404 | -
                    DELETE   | ENGINE/process-definition/key/door-check         | 401 | 404 | 404 | -
                    POST     | ENGINE/deployment/create                         | 401 | 404 | 404 | -
                    POST     | ENGINE/process-instance/x/modification           | 401 | 404 | 404 | -
                    POST     | ENGINE/message                                   | 401 | 404 | 404 | -
                    POST     | /camunda/api/admin/auth/user/default/login/tasklist | 401 | 404 | 404 | 404
                    GET      | /camunda/api/cockpit/plugin/base/default/incident | 401 | 404 | 404 | -
                    """)
    void every_door_lets_in_whom_it_should(
            String method, String path, String nobody, String staff, String auditor, String administrator) {
        knock(method, path, new Visitor(port), nobody);
        knock(method, path, Visitor.signedIn(port, DoorKeepers.STAFF), staff);
        knock(method, path, Visitor.signedIn(port, DoorKeepers.AUDITOR), auditor);
        knock(method, path, Visitor.signedIn(port, DoorKeepers.ADMINISTRATOR), administrator);
    }

    private static void knock(String method, String path, Visitor visitor, String expected) {
        if (!expected.equals("-")) {
            String at = path.replace("ENGINE", ENGINE);
            // Camunda's own token, so that it is the door that refuses.
            visitor.get(ENGINE + "/filter/count");
            var answer = method.equals("GET") ? visitor.get(at) : visitor.json(method, at, "{}");
            assertThat(answer.statusCode())
                    .as("%s %s: %s", method, path, answer.body())
                    .isEqualTo(Integer.parseInt(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/other/user/create/",
                "/camunda/api/admin/setup;x/default/user/create",
                "/camunda/api/admin;a=b/setup;x=y/default/user/create",
                "/camunda/api//admin//setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/%2e/setup/default/user/create",
                "/camunda/api/admin/x/%2e%2e/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/API/Admin/SETUP/default/user/create",
                "/camunda/app/admin/default/setup",
                "/camunda/app/admin/default/setup/;x"
            })
    void the_first_set_up_of_an_administrator_is_nowhere_in_no_disguise(String path) {
        String body = "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"x\",\"lastName\":\"x\"},"
                + "\"credentials\":{\"password\":\"intruder-1\"}}";
        for (var visitor : new Visitor[] {new Visitor(port), Visitor.signedIn(port, DoorKeepers.ADMINISTRATOR)}) {
            assertThat(visitor.json("POST", path, body).statusCode()).isEqualTo(404);
            assertThat(visitor.get(path).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/a/nothing-here, 404",
        "/callbacks/nothing-here, 404",
        "/actuator/health, 200",
        "/actuator/prometheus, 404",
        "/login, 404",
        "/, 404",
        "/assets/platform/login.js, 404",
        "/camunda/app/tasklist/default/, 404",
        "/a/../login, 404",
        "/a/..;/login, 404",
        "/a/%2e%2e/login, 404",
        "/api/anything, 404",
        "/engine-rest/engine, 404"
    })
    void the_outside_port_has_answers_callbacks_and_health_only(String path, int status) {
        var answer = new Visitor(outside.number()).get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void answer_pages_are_reached_without_a_session_and_leave_no_trace_in_referrers() {
        var visitor = new Visitor(outside.number());

        assertThat(visitor.get("/a/door-test/page").body()).isEqualTo("answered by nobody");
        assertThat(visitor.send("POST", "/a/door-test/page", "application/x-www-form-urlencoded", "x=y")
                        .body())
                .isEqualTo("posted by nobody");
        assertThat(visitor.get("/a/door-test/page").headers().firstValue("Referrer-Policy"))
                .contains("no-referrer");
        assertThat(visitor.cookie("JSESSIONID")).isNull();
    }

    @Test
    void own_pages_forbid_foreign_hosts_frames_and_guessed_types() {
        var headers = new Visitor(port).get("/login").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "script-src 'self';");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void two_tasklist_pages_have_policies_of_their_own_without_foreign_hosts() {
        var staff = Visitor.signedIn(port, DoorKeepers.STAFF);
        String first = policy(staff);

        assertThat(first).contains("'nonce-").doesNotContain("https:").isNotEqualTo(policy(staff));
    }

    private static String policy(Visitor staff) {
        var page = staff.get("/camunda/app/tasklist/default/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        String nonce = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
        assertThat(page.body()).contains("nonce=\"" + nonce + "\"");
        assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
        return policy;
    }

    @Test
    void machines_need_a_name_and_a_password_in_json_and_never_a_session() {
        var staff = Visitor.signedIn(port, DoorKeepers.STAFF);
        var refused = staff.get("/api/door-test/who");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.body()).contains("\"status\":401", "\"instance\":\"/api/door-test/who\"");

        var machine = new Visitor(port).withPassword(DoorKeepers.STAFF, DoorKeepers.PASSWORD);
        assertThat(machine.get("/api/door-test/who").body()).isEqualTo(DoorKeepers.STAFF + " [door-keepers]");
        assertThat(machine.cookie("JSESSIONID")).isNull();
        assertThat(machine.json("POST", "/api/door-test/who", "{}").statusCode())
                .isEqualTo(200);
        assertThat(machine.send("POST", "/api/door-test/who", "text/plain", "{}")
                        .statusCode())
                .isEqualTo(415);
        var nowhere = machine.get("/api/nowhere");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void own_pages_know_who_acts_and_forget_it_afterwards() {
        assertThat(Visitor.signedIn(port, DoorKeepers.STAFF)
                        .get("/door-test/who")
                        .body())
                .isEqualTo(DoorKeepers.STAFF + " [door-keepers]");
    }

    @Test
    void an_own_form_without_its_token_is_refused() {
        var staff = Visitor.signedIn(port, DoorKeepers.STAFF);

        assertThat(staff.form("/door-test/change", "forged").statusCode()).isEqualTo(403);
        assertThat(staff.form("/door-test/change", staff.formToken("/door-test/form"))
                        .body())
                .isEqualTo("changed by " + DoorKeepers.STAFF);
    }

    @Test
    void tasklist_without_camundas_token_is_refused() {
        var staff = Visitor.signedIn(port, DoorKeepers.STAFF);

        assertThat(staff.cookie("XSRF-TOKEN")).isNull();
        assertThat(staff.json("POST", ENGINE + "/task", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void a_page_that_is_not_there_is_told_in_html() {
        var answer = Visitor.signedIn(port, DoorKeepers.STAFF).get("/nowhere");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    }

    @Test
    void signing_in_and_out_is_on_the_record_without_what_was_typed_into_the_wrong_field() {
        var staff = new Visitor(port);
        staff.signIn("my-secret-password", "x");
        staff.signIn(DoorKeepers.STAFF, "wrong");
        staff.signIn(DoorKeepers.STAFF, DoorKeepers.PASSWORD);
        staff.form("/logout", staff.formToken("/login"));

        assertThat(heard.stream(Fact.class).map(Fact::kind))
                .containsExactly("sign-in-failed", "sign-in-failed", "sign-in", "sign-out");
        assertThat(heard.stream(Fact.class).map(Fact::told)).noneMatch(told -> told.contains("secret"));
        assertThat(heard.stream(Fact.class).map(Fact::values)).containsOnly(Map.of());
    }

    @Test
    void who_tries_a_closed_way_is_on_the_record_once_and_who_only_looks_at_one_is_not() {
        var staff = Visitor.signedIn(port, DoorKeepers.STAFF);
        staff.get(ENGINE + "/filter/count");

        staff.json("DELETE", ENGINE + "/task/x?deleteReason=secret", "{}");
        staff.get(ENGINE + "/job");
        staff.get("/security-audits");
        staff.get("/audit");
        staff.form("/people/nobody", "an-old-token");
        staff.json("POST", ENGINE + "/task", "{\"assigneeExpression\":\"${secret}\"}");
        String task = keepers.openTask();
        staff.json(
                "POST",
                ENGINE + "/task/" + task + "/submit-form",
                "{\"variables\":{\"drill\":{\"value\":\"secret\"}}}");

        assertThat(heard.stream(Fact.class)
                        .filter(fact -> fact.kind().endsWith("-refused"))
                        .map(fact -> fact.actor() + " " + fact.kind() + " " + fact.values()))
                .containsExactly(
                        refused("DELETE %s/task/x, 理由=この操作はできません。".formatted(ENGINE)),
                        refused("GET /security-audits"),
                        "%s record-look-refused {}".formatted(DoorKeepers.STAFF),
                        refused("POST %s/task, 理由=式(Expression)は使えません。".formatted(ENGINE)),
                        refused("POST %s/task/%s/submit-form, 理由=この様式にない項目は送れません: drill".formatted(ENGINE, task)));
    }

    private static String refused(String request) {
        return "%s attempt-refused {要求=%s}".formatted(DoorKeepers.STAFF, request);
    }
}
