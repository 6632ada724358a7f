package org.keizoku.notice.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.scenario.City;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The leader writes to people of an activation, sees what it will take, and sends it once. */
@KeizokuTest
@AutoConfigureMockMvc
class ComposePagesTest {

    private static final String WORDS = "庁舎の正面は危険です。東口から入ってください。";

    @Autowired
    MockMvc mvc;

    @Autowired
    City city;

    @Autowired
    Heard heard;

    @Test
    void the_leader_sees_what_it_takes_and_sends_it_once() throws Exception {
        String number = city.earthquake("6-lower", "2026-01-15T22:11");
        var page = page(get("/notices/compose").param("activation", number));
        assertThat(page.select("option[selected]").val()).isEqualTo(number);
        String begun = page.select("input[name=begun]").val();

        var looked = page(draft("/notices/compose", number, WORDS, begun));
        assertThat(looked.select("#forecast dd").eachText())
                .containsExactly("23字、SMS 1通分", "2人(SMS 2人、メール 2人、届ける方法なし 0人)", "およそ2秒");
        assertThat(looked.select("input[name=longAgreed]")).isEmpty();
        assertThat(city.smsCount("joho1", WORDS)).isZero();

        assertThat(sent(draft("/notices/compose/sent", number, WORDS, begun))).isEqualTo("2人に送ります。");
        assertThat(sent(draft("/notices/compose/sent", number, WORDS, begun))).contains("既に送った");

        assertThat(city.smsCount("joho1", WORDS)).isOne();
        assertThat(city.mail("joho2", WORDS)).contains(WORDS);
        assertThat(city.smsCount("joho3", WORDS)).isZero();
        assertThat(heard.stream(Fact.class).filter(fact -> fact.kind().equals("notice-composed")))
                .singleElement()
                .extracting(Fact::told)
                .isEqualTo("{shukan} が2人に連絡文を送りました。");
    }

    @Test
    void a_text_of_more_than_one_segment_is_sent_only_when_its_writer_agrees() throws Exception {
        String number = city.earthquake("6-lower", "2026-01-15T22:12");
        String longer = "東口から入ってください。".repeat(6);

        var looked = page(draft("/notices/compose", number, longer, "1"));
        assertThat(looked.select("#forecast dd").get(0).text()).isEqualTo("72字、SMS 2通分");
        assertThat(looked.select("#forecast dd").get(2).text()).isEqualTo("およそ4秒");
        assertThat(looked.select("input[name=longAgreed]")).hasSize(1);

        var refused = page(draft("/notices/compose/sent", number, longer, "1"));
        assertThat(refused.select("[role=alert]").text()).contains("SMS2通分");
        assertThat(city.smsCount("joho1", longer)).isZero();

        assertThat(sent(draft("/notices/compose/sent", number, longer, "1").param("longAgreed", "true")))
                .isEqualTo("2人に送ります。");
        assertThat(city.smsCount("joho1", longer)).isOne();
    }

    @Test
    void in_a_drill_the_mark_counts_and_a_real_text_may_not_bear_it() throws Exception {
        String real = city.earthquake("6-lower", "2026-01-15T22:13");
        String drill = city.reported(
                """
                {"eventType": "earthquake", "intensity": "6-lower", "occurredAt": "2026-01-15T22:13", "drill": true}""");

        assertThat(page(draft("/notices/compose", drill, "あ".repeat(67), "1"))
                        .select("#forecast dd")
                        .get(0)
                        .text())
                .isEqualTo("71字、SMS 2通分");
        assertThat(page(draft("/notices/compose", real, "【訓練】集まる", "1"))
                        .select("[role=alert]")
                        .text())
                .contains("使えません");
    }

    @Test
    void what_is_missing_is_said() throws Exception {
        String number = city.earthquake("6-lower", "2026-01-15T22:14");

        assertThat(alert(draft("/notices/compose", number, " ", "1"))).isEqualTo("本文を入れてください。");
        assertThat(alert(as(post("/notices/compose"), "shukan", "team-leader")
                        .param("activation", number)
                        .param("text", WORDS)))
                .isEqualTo("送る相手を選んでください。");
        assertThat(alert(draft("/notices/compose", "2020-001", WORDS, "1"))).isEqualTo("発動を選んでください。");
        assertThat(alert(draft("/notices/compose", number, "あ".repeat(671), "1")))
                .contains("670字まで");
    }

    @Test
    void nobody_else_writes() throws Exception {
        assertThat(answer(as(get("/notices/compose"), "joho1", "team")).getStatus())
                .isEqualTo(403);
        assertThat(answer(as(post("/notices/compose/sent"), "joho1", "team")).getStatus())
                .isEqualTo(403);
    }

    private static MockHttpServletRequestBuilder draft(String address, String number, String text, String begun) {
        return as(post(address), "shukan", "team-leader")
                .param("activation", number)
                .param("text", text)
                .param("people", "joho1", "joho2")
                .param("begun", begun);
    }

    private String alert(MockHttpServletRequestBuilder asked) throws Exception {
        return page(asked).select("[role=alert]").text();
    }

    private Document page(MockHttpServletRequestBuilder asked) throws Exception {
        var answer = answer(as(asked, "shukan", "team-leader"));
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private String sent(MockHttpServletRequestBuilder asked) throws Exception {
        var result = mvc.perform(asked).andReturn();
        assertThat(result.getResponse().getRedirectedUrl()).startsWith("/notices/compose");
        return (String) result.getFlashMap().get("sent");
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder asked) throws Exception {
        return mvc.perform(asked).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder asked, String person, String group) {
        return asked.with(user(person).authorities(AuthorityUtils.createAuthorityList("ROLE_" + group)))
                .with(csrf());
    }
}
