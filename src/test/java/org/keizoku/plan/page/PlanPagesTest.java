package org.keizoku.plan.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.clause.Clause;
import org.keizoku.plan.clause.Clauses;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

/** What a staff member reads of the plan and of the clauses behind it. */
@KeizokuTest
@AutoConfigureMockMvc
class PlanPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    MessageSource messages;

    @Test
    void every_page_leads_to_the_plan() throws Exception {
        assertThat(page("/").select("header nav a[href=/plan]").text()).isEqualTo("計画");
    }

    @Test
    void the_plan_begins_with_its_organisation_version_and_a_list_of_its_chapters() throws Exception {
        var page = page("/plan");

        assertThat(page.select("h1").text()).isEqualTo("見本市の計画");
        assertThat(page.select("main > dl").text()).contains("版 1.0");
        assertThat(page.select(".contents a").eachText()).contains("体制", "役割と代行の順", "復旧拠点(この順に検討)", "優先システム", "事業者");
        assertThat(page.select(".contents a")).allSatisfy(link -> assertThat(page.select("section" + link.attr("href")))
                .as(link.text())
                .hasSize(1));
        assertThat(page.select("script, style, [style], [onclick], a[href='']")).isEmpty();
    }

    @Test
    void the_plan_and_its_booklet_come_as_files_that_need_nothing_else() throws Exception {
        var whole = file("/plan/whole.html", "見本市の計画 版1.0.html");
        var booklet = file("/plan/booklet.html", "別冊 緊急時対応・復旧計画と様式 版1.0.html");

        assertThat(whole.select("h2").eachText()).contains("点検", "計画の改訂", "8 緊急時対応・復旧計画");
        assertThat(booklet.select("h2").eachText())
                .contains("役割と代行の順", "優先システム", "8 緊急時対応・復旧計画")
                .doesNotContain("点検", "計画の改訂", "7 被害を受ける可能性と事前対策計画");
        assertThat(booklet.select("#sheet-form-12-devices tbody tr")).hasSize(14);
        assertThat(booklet.select(".basis").text()).contains("総務省サンプル");
    }

    private Document file(String address, String name) throws Exception {
        var answer = mvc.perform(
                        get(address).with(user("joho1").authorities(AuthorityUtils.createAuthorityList("ROLE_team"))))
                .andReturn()
                .getResponse();
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        var page = Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("link, script, img, form")).isEmpty();
        assertThat(page.select("a"))
                .allSatisfy(link -> assertThat(link.attr("href")).startsWith("#"));
        assertThat(page.selectFirst("style").data()).contains("@media print");
        return page;
    }

    @Test
    void deputies_stand_in_their_order() throws Exception {
        assertThat(page("/plan").select("#role-cio ul.order li").eachText())
                .containsExactly("架空 代一(総務部長)", "架空 代次(企画課長)");
    }

    @Test
    void what_the_source_does_not_say_is_marked() throws Exception {
        var target = page("/plan").select("#system-mail dd:has(.example)");

        assertThat(target.text()).isEqualTo("6時間以内 外部とメールを送受信できる例");
    }

    @Test
    void an_entry_leads_to_its_clause_and_the_clause_back_to_the_entry() throws Exception {
        var basis = page("/plan").selectFirst("#decision-recovery-base .basis a");
        assertThat(basis.attr("href")).isEqualTo("/plan/clauses?document=soumu-sample#SMP-802-06");

        var clause = clause(page("/plan/clauses?document=soumu-sample"), "SMP-802-06");
        assertThat(clause.select("a[href=/plan#decision-recovery-base]").text()).isEqualTo("判断 復旧拠点をどこにするか");
        assertThat(clause.text()).contains("総務省サンプル 8(2) 復旧拠点", "手順", "初動対応 → 復旧拠点を判断");
    }

    @Test
    void the_clauses_begin_with_the_document_of_the_plan() throws Exception {
        var page = page("/plan/clauses");

        assertThat(page.select("option[selected]").eachText()).containsExactly("総務省サンプル");
        assertThat(page.select(".clauses > li")).hasSize(count("SMP"));
        assertThat(page("/plan/clauses?document=all").select(".clauses > li"))
                .hasSize(Clauses.all().size());
    }

    @Test
    void the_counts_of_a_document_are_those_of_its_list() throws Exception {
        var counts = page("/plan/clauses").select(".counts tr:contains(葛飾区) td").eachText();
        var missing = page("/plan/clauses?document=katsushika&state=missing").select(".clauses > li");

        assertThat(missing).hasSize(Integer.parseInt(counts.get(2)));
        assertThat(counts.subList(1, 4).stream().mapToInt(Integer::parseInt).sum())
                .isEqualTo(count("KTS"));
        assertThat(missing.select("dt.late").eachText()).containsOnly("対応なし");
    }

    @Test
    void a_search_finds_words_of_the_clause_and_of_what_carries_it_in_any_width() throws Exception {
        var found = page("/plan/clauses?text=(2) 復旧拠点");

        assertThat(found.select(".clauses > li").eachAttr("id"))
                .contains("SMP-802-06")
                .hasSizeLessThan(20);
        assertThat(page("/plan/clauses?text=被害チェックシート").select(".clauses > li")).isNotEmpty();
        assertThat(page("/plan/clauses?text=no-such-word").select("main").text())
                .contains("0件");
    }

    @Test
    void every_kind_of_clause_has_a_japanese_word() {
        assertThat(Clauses.all().stream().map(Clause::kind).distinct())
                .allSatisfy(kind -> assertThat(messages.getMessage("clause-kind." + kind, null, "", null))
                        .isNotBlank());
    }

    @Test
    void nobody_reads_the_plan_without_signing_in() throws Exception {
        var answer = mvc.perform(get("/plan").accept("text/html")).andReturn().getResponse();

        assertThat(answer.getRedirectedUrl()).endsWith("/login");
    }

    private static Element clause(Document page, String id) {
        return page.getElementById(id);
    }

    private static int count(String prefix) {
        return (int) Clauses.all().stream()
                .filter(clause -> clause.id().value().startsWith(prefix))
                .count();
    }

    private Document page(String address) throws Exception {
        var answer = mvc.perform(get(address)
                        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                        .with(user("joho1").authorities(AuthorityUtils.createAuthorityList("ROLE_team"))))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }
}
