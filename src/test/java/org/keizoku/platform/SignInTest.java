package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.engine.Fact;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;

@KeizokuTest
class SignInTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Night night;

    @Autowired
    Heard heard;

    private DoorKeepers keepers;

    @BeforeEach
    void prepare() {
        keepers = new DoorKeepers(context);
    }

    @Test
    void a_login_that_nobody_uses_ends_after_a_night_of_work() {
        var sessions = ((WebApplicationContext) context).getServletContext();

        assertThat(sessions.getSessionTimeout()).as("minutes").isEqualTo(8 * 60);
    }

    @Test
    void an_unknown_name_and_a_wrong_password_get_the_same_answer() {
        String unknown = location(new Visitor(port).signIn("nobody-known", "x"));
        String wrong = location(new Visitor(port).signIn(DoorKeepers.STAFF, "x"));

        assertThat(unknown).isEqualTo(wrong).endsWith("/login?why=wrong");
        assertThat(new Visitor(port).get("/login?why=wrong").body()).contains("職員IDまたはパスワードが違います。");
    }

    @Test
    void after_five_failures_even_the_right_password_must_wait_a_little() {
        String person = keepers.makePerson("door-guessed-" + System.nanoTime(), "door-keepers");
        for (int i = 0; i < 5; i++) {
            assertThat(location(new Visitor(port).signIn(person, "guess"))).endsWith("why=wrong");
        }
        for (int flood = 0; flood < 3; flood++) {
            assertThat(location(new Visitor(port).signIn(person, DoorKeepers.PASSWORD)))
                    .endsWith("why=wait");
        }
        assertThat(heard.stream(Fact.class).filter(fact -> fact.kind().equals("sign-in-held-back")))
                .as("once per wait")
                .singleElement()
                .extracting(Fact::told)
                .isEqualTo(person + "のログインの試みを、失敗が続いたため受け付けませんでした。");
        assertThat(location(new Visitor(port).signIn(DoorKeepers.AUDITOR, DoorKeepers.PASSWORD)))
                .doesNotContain("why=");

        night.passes(Duration.ofSeconds(6));
        assertThat(location(new Visitor(port).signIn(person, DoorKeepers.PASSWORD)))
                .doesNotContain("why=");
    }

    @Test
    void the_session_gets_a_new_number_at_the_login_and_scripts_cannot_read_it() {
        var visitor = new Visitor(port);
        visitor.get(TASKLIST);
        String before = visitor.cookie("JSESSIONID");
        var signedIn = visitor.signIn(DoorKeepers.STAFF, DoorKeepers.PASSWORD);

        assertThat(before).isNotNull().isNotEqualTo(visitor.cookie("JSESSIONID"));
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void the_page_asked_for_is_opened_after_the_login_with_its_task() {
        var visitor = new Visitor(port);
        visitor.get(TASKLIST);

        assertThat(location(visitor.signIn(
                        DoorKeepers.STAFF, DoorKeepers.PASSWORD, "fragment", "#/?task=ab-12&filter=x%20y")))
                .isEqualTo(TASKLIST + "#/?task=ab-12&filter=x%20y");
    }

    @Test
    void a_short_link_leads_to_its_task_through_the_login() {
        var visitor = new Visitor(port);
        assertThat(location(visitor.get("/t/ab-12"))).endsWith("/login");

        assertThat(location(visitor.signIn(DoorKeepers.STAFF, DoorKeepers.PASSWORD)))
                .isEqualTo("/t/ab-12");
        assertThat(location(visitor.get("/t/ab-12"))).isEqualTo(TASKLIST + "#/?task=ab-12");
        assertThat(visitor.get("/t/ab%2012").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "#/\r\nLocation: https://elsewhere.example",
                "#https://elsewhere.example",
                "@elsewhere.example",
                "#/<script>"
            })
    void no_fragment_leads_elsewhere(String fragment) {
        assertThat(location(new Visitor(port).signIn(DoorKeepers.STAFF, DoorKeepers.PASSWORD, "fragment", fragment)))
                .isEqualTo("/");
    }

    @Test
    void a_request_for_another_host_does_not_lead_there() {
        var visitor = new Visitor(port);
        visitor.get("/door-test/who?next=//elsewhere.example/");

        assertThat(location(visitor.signIn(DoorKeepers.STAFF, DoorKeepers.PASSWORD)))
                .isEqualTo("/door-test/who?next=//elsewhere.example/");
    }

    @Test
    void logging_out_of_our_pages_ends_tasklist_too() {
        var staff = Visitor.signedIn(port, DoorKeepers.STAFF);
        assertThat(staff.get(TASKLIST).statusCode()).isEqualTo(200);

        assertThat(staff.send("GET", "/logout", null, null).statusCode()).isEqualTo(404);
        assertThat(location(staff.form("/logout", staff.formToken("/login")))).endsWith("/login?why=out");
        assertThat(staff.get(TASKLIST).statusCode()).isEqualTo(302);
    }

    @Test
    void logging_out_of_tasklist_ends_our_pages_too() {
        var staff = Visitor.signedIn(port, DoorKeepers.STAFF);
        staff.get(TASKLIST);
        String out = "/camunda/api/admin/auth/user/default/logout";

        assertThat(staff.send("POST", out, "application/json", "").statusCode()).isLessThan(300);
        assertThat(staff.get("/door-test/who").statusCode()).isEqualTo(302);
    }

    @Test
    void a_deleted_person_is_out_at_once_and_another_group_counts_at_once() {
        String person = keepers.makePerson("door-leaver-" + System.nanoTime(), "door-keepers");
        var leaver = Visitor.signedIn(port, person);
        assertThat(leaver.get("/door-test/who").body()).isEqualTo(person + " [door-keepers]");

        keepers.join(person, "auditor");
        assertThat(leaver.get("/door-test/who").body()).isEqualTo(person + " [auditor, door-keepers]");

        keepers.deletePerson(person);
        assertThat(leaver.get("/door-test/who").statusCode()).isEqualTo(302);
        assertThat(leaver.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_script_whose_session_ended_is_refused_and_spoils_no_login_page() {
        var visitor = new Visitor(port);
        String token = visitor.formToken("/login");

        assertThat(visitor.fetch(TASKLIST).statusCode()).isEqualTo(401);
        assertThat(visitor.fetch("/door-test/who").statusCode()).isEqualTo(401);
        assertThat(location(
                        visitor.form("/login", token, "person", DoorKeepers.STAFF, "password", DoorKeepers.PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void a_login_page_left_open_until_its_session_is_gone_still_works() {
        var visitor = new Visitor(port);
        String token = visitor.formToken("/login");
        // The token lives in a cookie of its own: no session is needed to keep it.
        assertThat(visitor.cookie("JSESSIONID")).isNull();

        assertThat(location(
                        visitor.form("/login", token, "person", DoorKeepers.STAFF, "password", DoorKeepers.PASSWORD)))
                .isEqualTo("/");
        assertThat(location(new Visitor(port).form("/login", "stale", "person", "x", "password", "x")))
                .endsWith("/login?why=again");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse("status " + answer.statusCode())
                .replaceAll("^http://localhost:\\d+", "");
    }
}
