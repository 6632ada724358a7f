package org.keizoku.people.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
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

/** Numbers and addresses are masked; the leader and the operator see one person's whole, and the record says so. */
@KeizokuTest
@AutoConfigureMockMvc
class ContactBookPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Contacts contacts;

    @Autowired
    Heard heard;

    @Test
    void the_leader_sees_no_whole_address_before_asking_for_it() throws Exception {
        var page = page(get("/contacts"));

        contacts.of(new PersonId("joho1")).forEach(contact -> assertThat(page).doesNotContain(contact.address()));
        assertThat(Jsoup.parse(page).select("#person-joho1 tr")).hasSize(2);
        assertThat(heard.stream(Fact.class).map(Fact::kind)).doesNotContain("contact-shown");
    }

    @Test
    void one_persons_whole_addresses_are_shown_on_demand_and_on_the_record() throws Exception {
        var answer = answer(post("/contacts/joho1/shown"), "unyo", "operator");

        var shown =
                Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8)).select("#shown");
        assertThat(shown.select("dd").eachText())
                .containsExactlyInAnyOrderElementsOf(contacts.of(new PersonId("joho1")).stream()
                        .map(Contact::address)
                        .toList());
        assertThat(answer.getHeaders("Cache-Control")).anyMatch(header -> header.contains("no-store"));
        var fact = heard.stream(Fact.class)
                .filter(told -> told.kind().equals("contact-shown"))
                .toList();
        assertThat(fact).singleElement().satisfies(told -> {
            assertThat(told.actor()).isEqualTo("unyo");
            assertThat(told.told()).isEqualTo("{unyo} が {joho1} の連絡先を表示しました。");
        });
    }

    @Test
    void nobody_else_sees_any_of_it() throws Exception {
        assertThat(answer(get("/contacts"), "joho1", "team").getStatus()).isEqualTo(403);
        assertThat(answer(post("/contacts/joho2/shown"), "joho1", "team").getStatus())
                .isEqualTo(403);
        assertThat(answer(
                                post("/contacts/joho2/confirmed")
                                        .param("channel", "SMS")
                                        .param("position", "0"),
                                "joho1",
                                "team")
                        .getStatus())
                .isEqualTo(403);
        assertThat(heard.stream(Fact.class).map(Fact::kind)).doesNotContain("contact-shown", "contact-confirmed");
    }

    @Test
    void what_the_person_confirmed_is_proved_and_on_the_record() throws Exception {
        var answer = answer(
                post("/contacts/joho3/confirmed").param("channel", "MAIL").param("position", "0"),
                "shukan",
                "team-leader");

        assertThat(answer.getRedirectedUrl()).isEqualTo("/contacts");
        assertThat(Jsoup.parse(page(get("/contacts"))).select("#person-joho3").text())
                .contains("確認済み(1月16日 02:14)");
        assertThat(heard.stream(Fact.class).map(Fact::kind)).contains("contact-confirmed");
    }

    @Test
    void the_way_there_stands_on_the_first_page_for_those_who_may_go_it() throws Exception {
        assertThat(page(get("/"))).contains("href=\"/contacts\"", "href=\"/notices/compose\"");
        assertThat(answer(get("/"), "joho1", "team").getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("href=\"/contacts\"");
    }

    private String page(MockHttpServletRequestBuilder asked) throws Exception {
        var answer = answer(asked, "shukan", "team-leader");
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder asked, String person, String group)
            throws Exception {
        return mvc.perform(asked.with(user(person).authorities(AuthorityUtils.createAuthorityList("ROLE_" + group)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }
}
