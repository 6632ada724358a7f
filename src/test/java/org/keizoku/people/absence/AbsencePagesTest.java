package org.keizoku.people.absence;

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
import org.keizoku.plan.PersonId;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Everybody declares their own absence, the leader those of the section, and nobody anybody else's. */
@KeizokuTest
@AutoConfigureMockMvc
class AbsencePagesTest {

    private static final String FROM = "2026-01-16T02:00";
    private static final String UNTIL = "2026-01-17T08:30";

    @Autowired
    MockMvc mvc;

    @Autowired
    DeclaredAbsences absences;

    @Autowired
    Heard heard;

    @Test
    void a_member_declares_leave_sees_it_and_calls_it_off() throws Exception {
        assertThat(declares("joho3", "team", "joho3", FROM, UNTIL).getRedirectedUrl())
                .isEqualTo("/absences");

        Document page = page("joho3", "team");
        assertThat(page.select("li").text()).contains("休暇", "不在中", "1月16日 02:00 から 1月17日 08:30 まで");
        assertThat(page("joho4", "team").select("li")).isEmpty();
        assertThat(page("shukan", "team-leader").select("li")).hasSize(1);
        assertThat(absences.now()).containsOnlyKeys(new PersonId("joho3"));

        String end = page.select("li form").attr("action");
        assertThat(answer(post(end), "joho4", "team").getStatus()).isEqualTo(403);
        assertThat(answer(post(end), "joho3", "team").getRedirectedUrl()).isEqualTo("/absences");
        assertThat(answer(post(end), "joho3", "team").getStatus()).isEqualTo(403);
        assertThat(absences.now()).isEmpty();
        assertThat(heard.stream(Fact.class).map(Fact::told)).contains("{joho3} の不在を登録", "{joho3} の不在を取消");
    }

    @Test
    void the_leader_declares_for_the_members_and_for_nobody_else() throws Exception {
        assertThat(page("shukan", "team-leader").select("option[value=joho4]")).hasSize(1);
        assertThat(declares("shukan", "team-leader", "joho4", FROM, UNTIL).getRedirectedUrl())
                .isEqualTo("/absences");
        assertThat(absences.now().get(new PersonId("joho4")).by()).isEqualTo(new PersonId("shukan"));

        assertThat(declares("shukan", "team-leader", "ict-bucho", FROM, UNTIL).getStatus())
                .isEqualTo(403);
        assertThat(declares("joho3", "team", "joho4", FROM, UNTIL).getStatus()).isEqualTo(403);
        assertThat(page("joho3", "team").select("option[value=joho4]")).isEmpty();
    }

    @Test
    void times_that_cannot_be_meant_are_refused_in_words_and_stay_on_the_form() throws Exception {
        Document page =
                Jsoup.parse(declares("joho3", "team", "joho3", UNTIL, FROM).getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("[role=alert]").text()).contains("「まで」は「から」より後");
        assertThat(page.select("[name=until]").val()).isEqualTo(FROM);

        assertThat(refused("2026-01-15T02:00", "2026-01-16T02:14")).contains("過ぎています");
        assertThat(refused(FROM, "2027-06-01T08:30")).contains("1年を超える");
        assertThat(refused("あした", UNTIL)).contains("日時として読めません");
        assertThat(absences.now()).isEmpty();
    }

    @Test
    void the_contact_page_says_who_is_away() throws Exception {
        declares("joho2", "team", "joho2", FROM, UNTIL);

        var contacts = Jsoup.parse(
                answer(get("/contacts"), "shukan", "team-leader").getContentAsString(StandardCharsets.UTF_8));
        assertThat(contacts.select("#person-joho2").text()).contains("不在: 休暇(1月17日 08:30まで)");
        assertThat(contacts.select("#person-joho1").text()).doesNotContain("不在");
    }

    private String refused(String from, String until) throws Exception {
        var answer = declares("joho3", "team", "joho3", from, until).getContentAsString(StandardCharsets.UTF_8);
        return Jsoup.parse(answer).select("[role=alert]").text();
    }

    private MockHttpServletResponse declares(String by, String group, String person, String from, String until)
            throws Exception {
        return answer(
                post("/absences")
                        .param("person", person)
                        .param("kind", "LEAVE")
                        .param("from", from)
                        .param("until", until),
                by,
                group);
    }

    private Document page(String person, String group) throws Exception {
        return Jsoup.parse(answer(get("/absences"), person, group).getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder asked, String person, String group)
            throws Exception {
        return mvc.perform(asked.with(user(person).authorities(AuthorityUtils.createAuthorityList("ROLE_" + group)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }
}
