package org.keizoku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.activation.Activation;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.plan.Plans;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@KeizokuTest
@AutoConfigureMockMvc
class AuditPagesTest {

    private static final Instant AT_02_14 = Instant.parse("2026-01-04T17:14:00Z");
    private static final String NUMBER = "2026-001";

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Plans plans;

    @MockitoBean
    Activations activations;

    @BeforeEach
    void one_night() {
        var number = new ActivationNumber(NUMBER);
        var night = new Activation(
                number,
                "earthquake",
                Map.of(),
                AT_02_14,
                AT_02_14.plusSeconds(60),
                "system",
                null,
                State.OPEN,
                null,
                1);
        when(activations.all()).thenReturn(List.of(night));
        when(activations.find(number)).thenReturn(Optional.of(night));
        when(activations.planOf(any())).thenAnswer(asked -> plans.inForce());
        if (jdbc.sql("select count(*) from ledger_entry where activation_number = ?")
                        .param(NUMBER)
                        .query(Long.class)
                        .single()
                == 0) {
            tellTheNight();
        }
    }

    private void tellTheNight() {
        fact(0, Actor.SYSTEM, null, "activation-opened", "震度6強を受信し発動", Map.of());
        fact(17, "joho1", null, "task-done", "{joho1} がタスク「現地を調べる」を完了", Map.of("被害", "=HYPERLINK(\"http://x\")"));
        var values = new LinkedHashMap<String, Object>();
        values.put("復旧拠点", "現庁舎");
        values.put("い <b>", "理由「余震」");
        values.put("期限", Instant.parse("2026-01-04T18:14:00Z"));
        fact(30, "fukushicho", "災害対策本部長 代行者1", "decision", "復旧拠点を現庁舎に決定", values);
    }

    private void fact(int minute, String actor, String capacity, String kind, String told, Map<String, ?> values) {
        events.publishEvent(new Fact(NUMBER, AT_02_14.plusSeconds(minute * 60L), actor, capacity, kind, told, values));
    }

    @Test
    void the_list_leads_to_the_activation() throws Exception {
        var page = page("/audit", "auditor");

        assertThat(page.select("tbody tr a[href=/audit/2026-001]").text()).isEqualTo(NUMBER);
        assertThat(page.select("tbody tr").text()).contains("地震", "2026-01-05 02:14:00", "対応中");
    }

    @Test
    void the_record_is_told_in_order_with_names_posts_capacities_and_values() throws Exception {
        var page = page("/audit/2026-001", "auditor");

        assertThat(page.select("td.time").eachText())
                .containsExactly("2026-01-05 02:14:00", "2026-01-05 02:31:00", "2026-01-05 02:44:00");
        assertThat(page.select("td.told").eachText())
                .containsExactly("震度6強を受信し発動", "仮名 一郎 がタスク「現地を調べる」を完了", "復旧拠点を現庁舎に決定");
        var decision = page.select("tbody tr").get(2);
        assertThat(decision.text()).contains("見本 副子", "副市長", "災害対策本部長 代行者1", "判断");
        assertThat(decision.select("dt").eachText()).containsExactly("復旧拠点", "い <b>", "期限");
        assertThat(decision.select("dd").eachText()).containsExactly("現庁舎", "理由「余震」", "2026-01-05 03:14:00");
    }

    @Test
    void kind_and_text_narrow_it_and_a_name_finds_the_person() throws Exception {
        assertThat(told("/audit/2026-001?kind=decision")).containsExactly("復旧拠点を現庁舎に決定");
        assertThat(told("/audit/2026-001?text=余震")).containsExactly("復旧拠点を現庁舎に決定");
        assertThat(told("/audit/2026-001?text=一郎")).containsExactly("仮名 一郎 がタスク「現地を調べる」を完了");
        assertThat(told("/audit/2026-001?text=%25")).isEmpty();
        assertThat(page("/audit/2026-001?kind=decision", "auditor")
                        .select("option[selected]")
                        .text())
                .isEqualTo("判断");
    }

    @Test
    void two_hundred_stand_on_a_page() throws Exception {
        for (int n = 0; n < 201; n++) {
            events.publishEvent(new Fact(null, AT_02_14, Actor.SYSTEM, null, "monitored", "発動に属さない記録 " + n, Map.of()));
        }

        assertThat(told("/audit/general?kind=monitored")).hasSize(200).startsWith("発動に属さない記録 0");
        var second = page("/audit/general?kind=monitored&page=2", "auditor");
        assertThat(second.select("td.told").eachText()).containsExactly("発動に属さない記録 200");
        assertThat(second.select(".pages").text()).contains("2 / 2 ページ");
    }

    @Test
    void the_file_opens_in_a_spreadsheet_and_runs_nothing() throws Exception {
        var answer = answer("/audit/2026-001.csv", "auditor");
        String csv = answer.getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer.getContentType()).startsWith("text/csv");
        assertThat(answer.getHeader("Content-Disposition")).contains("ledger-2026-001.csv");
        assertThat(csv).startsWith("\uFEFF\"番号\",\"日時\",\"だれ\"");
        assertThat(csv).contains("\"2026-01-05 02:44:00\",\"見本 副子\",\"副市長\",\"災害対策本部長 代行者1\",\"判断\"");
        assertThat(csv).contains("\"被害==HYPERLINK(\"\"http://x\"\")\"");
    }

    @Test
    void the_timeline_tells_the_night_in_sentences_and_every_entry_opens_its_facts() throws Exception {
        var page = page("/audit/2026-001/timeline", "auditor");

        assertThat(page.select(".timeline h2").eachText()).containsExactly("2026-01-05");
        assertThat(page.select(".timeline time").eachText()).containsExactly("02:14", "02:31", "02:44");
        assertThat(page.select(".timeline summary").eachText())
                .containsExactly("震度6強を受信し発動", "仮名 一郎 がタスク「現地を調べる」を完了", "見本 副子(災害対策本部長 代行者1) が復旧拠点を現庁舎に決定");
        assertThat(page.select(".timeline details").get(2).select("dd").eachText())
                .contains("見本 副子 副市長", "災害対策本部長 代行者1", "判断", "現庁舎", "理由「余震」", "2026-01-05 03:14:00");
        assertThat(page.select(".timeline a").last().attr("href"))
                .isEqualTo("/audit/2026-001/replay?at=%d".formatted(AT_02_14.getEpochSecond() + 1800));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "person=副子|見本 副子(災害対策本部長 代行者1) が復旧拠点を現庁舎に決定",
                "person=joho1|仮名 一郎 がタスク「現地を調べる」を完了",
                "person=joho|",
                "task=現地|仮名 一郎 がタスク「現地を調べる」を完了",
                "task=現地&person=&from=&until=|仮名 一郎 がタスク「現地を調べる」を完了",
                "task=復旧拠点|",
                "text=余震|見本 副子(災害対策本部長 代行者1) が復旧拠点を現庁舎に決定",
                "text=一郎|仮名 一郎 がタスク「現地を調べる」を完了",
                "from=2026-01-05T02:15&until=2026-01-05T02:31|仮名 一郎 がタスク「現地を調べる」を完了",
                "from=2026-01-05T02:15&until=2026-01-05T02:30|",
                "system=住民情報|",
            })
    void who_what_and_when_narrow_it_over_all_activations(String sought, String told) throws Exception {
        var page = page("/audit/search?" + sought, "auditor");
        var found = page.select(".timeline li:has(> a[href=/audit/2026-001/timeline]) summary");

        assertThat(found.eachText()).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @Test
    void the_replay_page_gets_its_scripts_from_here() throws Exception {
        var page = page("/audit/2026-001/replay?at=1767546840", "auditor");

        assertThat(page.select("main").attr("data-at")).isEqualTo("1767546840");
        var scripts = page.select("main script");
        assertThat(scripts).hasSize(2);
        for (var script : scripts) {
            assertThat(answer(script.attr("src"), "auditor").getStatus()).isEqualTo(200);
        }
    }

    @Test
    void a_system_is_found_by_its_name_and_by_its_id() throws Exception {
        events.publishEvent(
                new Fact("2026-777", AT_02_14, Actor.SYSTEM, null, "recovered", "住民情報システム: 全面復旧", Map.of()));
        events.publishEvent(new Fact(
                "another-key",
                AT_02_14,
                Actor.SYSTEM,
                null,
                "monitored",
                "監視",
                Map.of("対象", List.of("resident-register"))));

        assertThat(page("/audit/search?system=住民情報", "auditor")
                        .select(".timeline summary")
                        .eachText())
                .containsExactly("住民情報システム: 全面復旧", "監視");
        assertThat(page("/audit/search?system=mail", "auditor")
                        .select(".timeline summary")
                        .eachText())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "operator", "cio", "cio-deputy-1", "team-leader"})
    void those_whose_duty_it_is_read_it(String role) throws Exception {
        assertThat(answer("/audit/2026-001", role).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit",
                "/audit/2026-001",
                "/audit/2026-001.csv",
                "/audit/general",
                "/audit/search",
                "/audit/heat",
                "/audit/2026-001/timeline",
                "/audit/2026-001/replay",
                "/audit/2026-001/comparison"
            })
    void staff_are_refused(String address) throws Exception {
        assertThat(answer(address, "team").getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/2026-999",
                "/audit/nonsense",
                "/audit/2026-999.csv",
                "/audit/2026-999/timeline",
                "/audit/2026-999/replay",
                "/audit/2026-999/comparison",
                "/audit/heat?procedure=x"
            })
    void what_is_not_there_is_not_found(String address) throws Exception {
        assertThat(answer(address, "auditor").getStatus()).isEqualTo(404);
    }

    private List<String> told(String address) throws Exception {
        return page(address, "auditor").select("td.told").eachText();
    }

    private Document page(String address, String role) throws Exception {
        var answer = answer(address, role);
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse answer(String address, String role) throws Exception {
        return mvc.perform(get(URI.create(address))
                        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                        .with(user("kansa").authorities(AuthorityUtils.createAuthorityList("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }
}
