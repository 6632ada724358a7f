package org.keizoku.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.Plans;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@KeizokuTest
@AutoConfigureMockMvc
class PlanLintPageTest {

    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    @Autowired
    MockMvc mvc;

    @Autowired
    Plans plans;

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_person_of_the_plan_sees_what_is_wrong_with_the_plan_in_force() throws Exception {
        Document page = read(answer(get("/plan/lint")));

        assertThat(page.select("h2").text())
                .isEqualTo("見本市(版 %s、現在の計画)".formatted(plans.inForce().version()));
        assertThat(page.select("h3").eachText().get(0)).isEqualTo("誤り 0件");
        assertThat(page.select("form[enctype=multipart/form-data] input[name=_csrf]"))
                .hasSize(1);
    }

    @Test
    void nobody_sees_it_without_signing_in() throws Exception {
        assertThat(mvc.perform(get("/plan/lint")).andReturn().getResponse().getRedirectedUrl())
                .endsWith("/login");
    }

    @Test
    void a_file_is_checked_and_not_kept() throws Exception {
        long versions = versions();

        Document page = read(tried(soundPlan().replace("deputies: [kakaricho, shunin]", "deputies: [kacho]"), UTF_8));

        assertThat(page.select("h2").text()).isEqualTo("plan.yaml(保存していません)");
        assertThat(page.select("h3").eachText()).containsExactly("誤り 1件", "警告 1件");
        assertThat(page.select("tbody tr").eachText())
                .satisfiesExactly(
                        error -> assertThat(error)
                                .contains("20行 16文字目", "「情報統括」の担当者と代行者の列に「kacho」が二度あります", "総務省サンプル 8(1)"),
                        warning -> assertThat(warning).contains("代行者が1人しかいません"));
        assertThat(versions()).isEqualTo(versions);
    }

    @Test
    void a_file_in_another_encoding_is_named_as_that() throws Exception {
        assertThat(read(tried(soundPlan(), Charset.forName("Shift_JIS")))
                        .select("tbody")
                        .text())
                .contains("UTF-8で書かれていません");
    }

    @Test
    void what_a_file_says_is_text_and_never_markup() throws Exception {
        Document page = read(tried(soundPlan().replace("owner: team", "owner: <script>alert(1)</script>"), UTF_8));

        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("tbody tr")).isNotEmpty();
    }

    @Test
    void without_a_file_the_page_says_so() throws Exception {
        assertThat(read(tried("", UTF_8)).select("[role=alert]").text()).isEqualTo("ファイルが選ばれていないか、空です。");
    }

    @Test
    void a_forged_upload_is_refused() throws Exception {
        assertThat(mvc.perform(multipart("/plan/lint").file(file("", UTF_8)).with(user("joho1")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private MockHttpServletResponse tried(String content, Charset charset) throws Exception {
        return answer(multipart("/plan/lint").file(file(content, charset)).with(csrf()));
    }

    private static MockMultipartFile file(String content, Charset charset) {
        return new MockMultipartFile(
                "file", "C:\\plans\\plan.yaml", "application/octet-stream", content.getBytes(charset));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user("joho1"))).andReturn().getResponse();
    }

    private static Document read(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(UTF_8));
    }

    private long versions() {
        return jdbc.sql("select count(*) from plan_version").query(Long.class).single();
    }

    private static String soundPlan() throws Exception {
        return new ClassPathResource("plans/sound.yaml").getContentAsString(UTF_8);
    }
}
