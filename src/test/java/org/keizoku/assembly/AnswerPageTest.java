package org.keizoku.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.notice.LinkId;
import org.keizoku.notice.NoticeHouse;
import org.keizoku.notice.SignedLinks;
import org.keizoku.plan.PersonId;
import org.springframework.beans.factory.annotation.Autowired;

class AnswerPageTest extends NoticeHouse {

    private static final HttpClient PHONE = HttpClient.newHttpClient();

    @Autowired
    private CallingOut callingOut;

    @Autowired
    private Answers answers;

    @Autowired
    private SignedLinks links;

    private String token;

    @BeforeEach
    void theStaffIsCalled() {
        callingOut.call(
                activation,
                List.of(SMS_ONLY),
                Attendance.ASSEMBLE,
                "【訓練】安否確認",
                "安否を知らせてください。",
                NIGHT.plus(Duration.ofHours(72)));
        token = tokenOf(SMS_ONLY);
        // another minute than the tests before, for the count of links that did not work
        passes(Duration.ofMinutes(Integer.parseInt(activation.value().substring(5))));
    }

    @Test
    void the_page_asks_both_questions_and_says_where_to_come() throws Exception {
        var answer = get(token);
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("button").eachText())
                .containsExactly("無事", "負傷", "30分", "1時間", "2時間", "3時間以上", "別の場所で対応", "参集できない");
        assertThat(page.select("h1").text()).isEqualTo("【訓練】安否確認");
        assertThat(page.text()).contains("参集場所").contains("持ち物");
        assertThat(page.select("script, input[type=hidden]")).isEmpty();
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(answer.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void who_is_only_asked_to_come_is_not_asked_how_they_are() throws Exception {
        callingOut.call(
                activation,
                List.of(BOTH),
                Attendance.ASSEMBLE_ONLY,
                "【参集】セキュリティ事故",
                "参集を回答してください。",
                NIGHT.plus(Duration.ofHours(72)));
        token = tokenOf(BOTH);

        assertThat(Jsoup.parse(get(token).body()).select("button").eachText())
                .containsExactly("30分", "1時間", "2時間", "3時間以上", "別の場所で対応", "参集できない");
        tap("coming", "minutes=60");
        assertThat(Jsoup.parse(get(token).body()).select("#given-safety")).isEmpty();
        assertThat(answers.tally(activation).isComplete())
                .as("the other has not answered")
                .isFalse();
        token = tokenOf(SMS_ONLY);
        tap("coming", "minutes=60");
        assertThat(answers.tally(activation).isComplete())
                .as("the other was asked how they are too")
                .isFalse();
        tap("safety", "value=SAFE");
        assertThat(answers.tally(activation).isComplete()).isTrue();
    }

    @Test
    void opening_the_link_answers_nothing() throws Exception {
        get(token);
        get(token);

        assertThat(answers.tally(activation).silent()).containsExactly(SMS_ONLY);
    }

    @Test
    void one_tap_each_answers_both_questions_and_the_page_shows_it() throws Exception {
        tap("safety", "value=SAFE");
        tap("coming", "minutes=60");

        Document page = Jsoup.parse(get(token).body());
        assertThat(page.select("#given-safety").text()).isEqualTo("安否:無事");
        String arrives = AnswerInWords.time(clock.instant().plus(Duration.ofHours(1)));
        assertThat(page.select("#given-coming").text()).isEqualTo("参集:参集する(%sごろ着)".formatted(arrives));
        assertThat(answers.tally(activation).coming()).hasSize(1);
    }

    @Test
    void an_answer_can_be_changed() throws Exception {
        tap("safety", "value=SAFE");
        tap("elsewhere", "place=%E6%94%AF%E6%89%80");
        tap("safety", "value=INJURED");
        tap("unable", "");

        Document page = Jsoup.parse(get(token).body());
        assertThat(page.select("#given-safety").text()).isEqualTo("安否:負傷");
        assertThat(page.select("#given-coming").text()).isEqualTo("参集:参集できない");
    }

    @Test
    void what_is_typed_is_shown_as_text() throws Exception {
        tap("elsewhere", "place=%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        assertThat(get(token).body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void unknown_forged_and_expired_links_look_the_same() throws Exception {
        var unknown = get("AAAAAAAAAAAAAAAAAAAAAAAA");
        var forged = get(token.substring(0, 23) + (token.endsWith("A") ? "B" : "A"));
        var otherPurpose = get(token("decision"));
        passes(Duration.ofHours(73));
        var expired = get(token);

        assertThat(List.of(unknown, forged, otherPurpose, expired)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body()).contains("このリンクは使えません");
        });
        assertThat(post(token, "unable", "").statusCode()).isEqualTo(404);
    }

    @Test
    void after_20_links_that_do_not_work_a_client_waits_but_a_good_link_still_opens() throws Exception {
        for (int n = 0; n < FailedTokens.PER_MINUTE; n++) {
            assertThat(get("nothing" + n).statusCode()).isEqualTo(404);
        }
        assertThat(get("nothing").statusCode()).isEqualTo(429);
        assertThat(get(token).statusCode()).isEqualTo(200);
        passes(Duration.ofMinutes(1));
        assertThat(get("nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void nonsense_and_long_bodies_are_refused() throws Exception {
        assertThat(post(token, "safety", "value=MAYBE").statusCode()).isEqualTo(400);
        assertThat(post(token, "coming", "minutes=-5").statusCode()).isEqualTo(400);
        assertThat(post(token, "elsewhere", "place=" + "x".repeat(5000)).statusCode())
                .isEqualTo(413);
        assertThat(answers.tally(activation).answered()).isEmpty();
    }

    private String token(String purpose) {
        String url = links.url(links.issue(activation, SMS_ONLY, purpose, NIGHT.plus(Duration.ofHours(72))));
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private String tokenOf(PersonId person) {
        long link = jdbc.sql("select link_id from call_out where activation_number = ? and person_id = ?")
                .params(activation.value(), person.value())
                .query(Long.class)
                .single();
        String url = links.url(new LinkId(link));
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private void tap(String what, String body) throws Exception {
        var answer = post(token, what, body);
        assertThat(answer.statusCode()).isEqualTo(303);
        var back = URI.create(address(token + "/" + what))
                .resolve(answer.headers().firstValue("location").orElseThrow());
        assertThat(back).hasPath("/a/" + token);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return PHONE.send(HttpRequest.newBuilder(URI.create(address(path))).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String what, String body) throws Exception {
        return PHONE.send(
                HttpRequest.newBuilder(URI.create(address(path + "/" + what)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String address(String path) {
        return "http://localhost:%d/a/%s".formatted(outside.number(), path);
    }
}
