package org.keizoku.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.audit.SealedNights;
import org.keizoku.audit.seal.Hash;
import org.keizoku.audit.seal.LedgerKey;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

/** A night that the engine really ran, taken away by the auditor. */
@KeizokuTest
@AutoConfigureMockMvc
class ExportPagesTest {

    private static String number;

    @Autowired
    MockMvc mvc;

    @Autowired
    City city;

    @Autowired
    SealedNights nights;

    @Autowired
    LedgerKey key;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    void one_night() {
        if (number == null) {
            number = nights.earthquake("2026-01-16T01:56:00+09:00");
        }
        nights.areSealed();
    }

    @Test
    void the_bundle_of_a_night_verifies_itself_elsewhere_and_bears_the_models_of_that_night() throws Exception {
        long entries = count("ledger_entry where activation_number = ?");
        BundleOnTrial.unpack(taken(".zip"), folder);

        var ran = BundleOnTrial.verify(folder, null, "--key", key.id());

        assertThat(ran.said()).contains("記録 %d件(うち未封印 0件)".formatted(entries), "[sound]");
        assertThat(ran.exit()).isZero();
        assertThat(deployed("processes/activation.bpmn")).hasSameBinaryContentAs(Path.of("processes/activation.bpmn"));
        assertThat(deployed("forms/decide.form")).exists();
        assertThat(Files.readString(folder.resolve("plan/plan.yaml"))).contains("id: sample-city");
        assertThat(Files.readAllLines(folder.resolve("notices.jsonl")))
                .hasSize((int) count("notice where activation_number = ?"));
    }

    @Test
    void taking_it_away_is_on_the_record_with_what_was_taken() throws Exception {
        BundleOnTrial.unpack(taken(".zip"), folder);
        String list = Hash.hex(Hash.of(Files.readAllBytes(folder.resolve("SHA256SUMS"))));

        assertThat(jdbc.sql(
                                """
                                select actor from ledger_entry join ledger_facts on entry_id = id
                                where activation_number = ? and kind = 'record-exported' and facts->>'一覧のハッシュ' = ?""")
                        .params(number, list)
                        .query(String.class)
                        .single())
                .isEqualTo("kansa");
    }

    @Test
    void the_event_log_is_as_the_standard_says_and_tells_each_run_in_order() throws Exception {
        var log = ReadEventLog.of(taken(".xes"));

        assertThat(log.traces()).hasSize((int) count("act_hi_procinst where business_key_ = ?"));
        assertThat(log.traces()).allSatisfy(trace -> {
            assertThat(trace.values()).containsEntry("activation", number).containsKeys("concept:name", "process");
            assertThat(trace.events())
                    .extracting(event -> OffsetDateTime.parse(event.get("time:timestamp")))
                    .isSortedAccordingTo(Comparator.naturalOrder());
        });
        assertThat(log.traces())
                .flatExtracting(ReadEventLog.Trace::events)
                .anySatisfy(event -> assertThat(event)
                        .containsEntry("step", "Task_Decide")
                        .containsEntry("lifecycle:transition", "complete")
                        .containsEntry("org:resource", "somu-bucho")
                        .containsEntry("org:role", "cio cio-deputy-1"))
                .anySatisfy(event -> assertThat(event)
                        .containsEntry("step", "Task_SurveySite")
                        .containsEntry("lifecycle:transition", "ate_abort"))
                .allSatisfy(event -> assertThat(event.get("concept:name")).doesNotContain("$"));
    }

    @Test
    void the_report_tells_the_night_on_paper() throws Exception {
        assumeTrue(
                new ReportSettings(null).usableFont().isPresent() || "true".equals(System.getenv("CI")),
                "no Japanese TrueType font on this machine: apt-get install fonts-ipafont-gothic");
        String text;
        try (var pdf = Loader.loadPDF(taken(".pdf"))) {
            text = new PDFTextStripper().getText(pdf);
        }

        assertThat(text).contains("発動 " + number + " の記録", "事象 地震", "総務部長", "目標復旧時間(RTO)", "異常なし", "ハッシュ");
        assertThat(text).containsSubsequence("概要", "判断", "目標復旧時間", "通知", "経過", "記録の証明");
    }

    @Test
    void a_drill_is_taken_away_like_a_real_night_and_every_file_tells_that_it_was_one() throws Exception {
        String drill = city.reported(
                "{\"eventType\": \"earthquake\", \"intensity\": \"6-lower\", \"occurredAt\": \"2026-01-16T01:57:13+09:00\", \"drill\": true}");
        city.decides("ict-bucho", drill, "survey", "");
        nights.areSealed();

        BundleOnTrial.unpack(taken(drill, ".zip"), folder);
        var ran = BundleOnTrial.verify(folder, null, "--key", key.id());
        assertThat(ran.said()).contains("[sound]");
        assertThat(ran.exit()).isZero();
        assertThat(Files.readString(folder.resolve("bundle.json"))).contains(drill, "\"drill\":true");
        assertThat(Files.readAllLines(folder.resolve("notices.jsonl")))
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice).contains(drill, "\"drill\":true"));
        assertThat(ReadEventLog.of(taken(drill, ".xes")).traces()).isNotEmpty().allSatisfy(trace -> assertThat(
                        trace.values())
                .containsEntry("activation", drill)
                .containsEntry("drill", "true"));
        assertThat(new String(taken(drill, ".csv"), StandardCharsets.UTF_8)).contains("判断");
        if (new ReportSettings(null).usableFont().isPresent()) {
            try (var pdf = Loader.loadPDF(taken(drill, ".pdf"))) {
                assertThat(new PDFTextStripper().getText(pdf)).contains("【訓練】発動 " + drill + " の記録");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".zip", ".xes", ".pdf"})
    void who_may_not_read_takes_nothing_and_what_is_not_there_is_not_found(String what) throws Exception {
        assertThat(answer("/audit/" + number + what, "team").getStatus()).isEqualTo(403);
        assertThat(answer("/audit/2026-999" + what, "auditor").getStatus()).isEqualTo(404);
        assertThat(answer("/audit/general" + what, "auditor").getStatus()).isEqualTo(404);
    }

    private byte[] taken(String what) throws Exception {
        return taken(number, what);
    }

    private byte[] taken(String number, String what) throws Exception {
        var answer = answer("/audit/" + number + what, "auditor");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(number);
        return answer.getContentAsByteArray();
    }

    private Path deployed(String name) throws IOException {
        try (var models = Files.list(folder.resolve("models"))) {
            return models.findFirst().orElseThrow().resolve(name);
        }
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows)
                .param(number)
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse answer(String address, String role) throws Exception {
        return mvc.perform(get(address)
                        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                        .with(user("kansa").authorities(AuthorityUtils.createAuthorityList("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }
}
