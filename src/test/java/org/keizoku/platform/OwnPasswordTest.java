package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.engine.Fact;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@KeizokuTest
class OwnPasswordTest {

    private static final String NEXT = "a-better-one-than-before";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Heard heard;

    private String person;
    private Visitor visitor;

    @BeforeEach
    void sign_in() {
        person = new DoorKeepers(context).makePerson("door-changes-" + System.nanoTime(), "door-keepers");
        visitor = Visitor.signedIn(port, person);
    }

    @Test
    void the_new_password_opens_the_doors_and_the_old_one_no_more() {
        var changed = change(visitor, DoorKeepers.PASSWORD, NEXT, NEXT);

        assertThat(location(changed)).endsWith("/password?changed");
        assertThat(visitor.get("/password?changed").body()).contains("パスワードを変更しました。");
        assertThat(location(new Visitor(port).signIn(person, DoorKeepers.PASSWORD)))
                .endsWith("why=wrong");
        assertThat(location(new Visitor(port).signIn(person, NEXT))).doesNotContain("why=");
        assertThat(heard.stream(Fact.class))
                .anyMatch(fact ->
                        fact.kind().equals("password-changed") && fact.actor().equals(person))
                .noneMatch(fact -> fact.told().contains(NEXT));
    }

    @Test
    void the_other_sessions_end_and_this_one_goes_on() {
        var phone = Visitor.signedIn(port, person);
        assertThat(phone.get("/password").statusCode()).isEqualTo(200);

        change(visitor, DoorKeepers.PASSWORD, NEXT, NEXT);

        assertThat(location(phone.get("/password"))).endsWith("/login?why=again");
        assertThat(visitor.get("/password").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "not-the-present-one, a-better-one-than-before, a-better-one-than-before, 今のパスワードが違います。",
        "only-for-tests-1, a-better-one-than-before, a-better-one-than-befor, 新しいパスワードが2回とも同じではありません。",
        "only-for-tests-1, eleven-long, eleven-long, 新しいパスワードは12文字以上200文字以下にしてください。",
        "only-for-tests-1, only-for-tests-1, only-for-tests-1, 今と同じパスワードにはできません。",
        "only-for-tests-1, my PERSON rest, my PERSON rest, 職員IDを含むパスワードにはできません。"
    })
    void what_will_not_do_is_said_and_changes_nothing(String present, String next, String again, String said) {
        var answer = change(visitor, present, next.replace("PERSON", person), again.replace("PERSON", person));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(said);
        assertThat(location(new Visitor(port).signIn(person, DoorKeepers.PASSWORD)))
                .doesNotContain("why=");
    }

    @Test
    void the_present_password_cannot_be_found_out_by_trying_here() {
        for (int i = 0; i < 5; i++) {
            change(visitor, "a-guess-" + i, NEXT, NEXT);
        }

        assertThat(change(visitor, DoorKeepers.PASSWORD, NEXT, NEXT).body()).contains("しばらく受け付けません");
    }

    private static HttpResponse<String> change(Visitor visitor, String present, String next, String again) {
        return visitor.form(
                "/password", visitor.formToken("/password"), "present", present, "next", next, "again", again);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
