package org.keizoku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.audit.verify.Finding;
import org.keizoku.audit.verify.Terms;
import org.keizoku.audit.verify.Verification;
import org.keizoku.local.EmbeddedDatabase;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A night that the engine really ran, sealed by the sealer of the application, then tampered with as the owner. */
@KeizokuTest
@AutoConfigureMockMvc
class VerificationPagesTest {

    private static String number;

    @Autowired
    MockMvc mvc;

    @Autowired
    Night night;

    @Autowired
    SealedNights nights;

    @Autowired
    Environment environment;

    @BeforeEach
    void one_night() {
        if (number == null) {
            number = nights.earthquake("2026-01-16T01:50:00+09:00");
        }
        nights.areSealed();
    }

    @Test
    void the_list_shows_how_far_the_record_is_sealed() throws Exception {
        var page = page(get("/audit"), "auditor");

        assertThat(page.select("#seals dt").eachText()).containsExactly("最新の封印", "ハッシュ", "鍵ID");
        assertThat(page.select("#seals dd").get(1).text()).matches("[0-9a-f]{64}");
        assertThat(page.select("#seals p").text()).isEqualTo("未封印の記録 0件");
        assertThat(page.select("#seals option").eachText()).contains("すべての記録", "発動 " + number);
    }

    @Test
    void a_night_as_the_engine_ran_it_is_sound_in_itself_and_with_all_the_rest() throws Exception {
        assertThat(verified("").select(".kept").text()).isEqualTo("異常なし");
        assertThat(verified(number).select(".kept").text()).isEqualTo("異常なし");
        assertThat(verified(number).select("h1").text()).isEqualTo("発動 %s の記録の検証".formatted(number));
    }

    @Test
    void a_changed_entry_is_named_on_the_page() throws Exception {
        long id = 1;
        try (Connection owner = owner()) {
            String open = "begin; set local keizoku.ledger_open = 'ledger_entry'; ";
            owner.createStatement()
                    .execute(open + "update ledger_entry set actor = actor || '1' where id = %d; commit".formatted(id));
            var page = verified("");
            owner.createStatement()
                    .execute(open
                            + "update ledger_entry set actor = left(actor, -1) where id = %d; commit".formatted(id));

            assertThat(page.select(".kept")).isEmpty();
            assertThat(page.select("p.big").text()).isEqualTo("異常 1件");
            assertThat(page.select(".finding").eachText()).containsExactly("記録 1: 内容が封印したときと違う(変更又は入れ替えられた)");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from act_hi_taskinst where delete_reason_ = 'completed'|が履歴にない(削除された)",
                "update act_hi_taskinst set assignee_ = 'joho1' where delete_reason_ = 'completed'|を完了した者が記録と違う",
                "update act_hi_taskinst set delete_reason_ = 'deleted' where delete_reason_ = 'completed'|の完了が記録と違う",
                "update act_hi_taskinst set end_time_ = end_time_ + interval '1 hour'|の終了日時が記録と違う",
                "update act_hi_taskinst set task_def_key_ = 'Task_Other'|の発動・手順・段階が記録と違う",
                "update act_hi_procinst set business_key_ = '2026-999'|の発動・手順・段階が記録と違う",
                "insert into act_hi_taskinst (id_, proc_inst_id_, task_def_key_, start_time_)"
                        + " select 'forged', proc_inst_id_, 'Task_Forged', start_time_ from act_hi_taskinst limit 1"
                        + "|タスク Task_Forged(forged) が記録台帳にない",
                "delete from act_hi_actinst where act_type_ like '%Timer'|時刻到来の数が違う",
                "delete from act_hi_procinst where super_process_instance_id_ is not null and business_key_ = ':number'|手順開始の数が違う",
                "update act_hi_procinst set state_ = 'EXTERNALLY_TERMINATED' where state_ = 'COMPLETED' and business_key_ = ':number'|手順終了の数が違う"
            })
    void history_that_does_not_fit_the_record_is_found(String tampering, String finding) throws SQLException {
        try (Connection owner = owner()) {
            owner.setAutoCommit(false);
            assertThat(owner.createStatement().executeUpdate(tampering.replace(":number", number)))
                    .isPositive();

            assertThat(told(owner)).anyMatch(told -> told.contains(finding));
            owner.rollback();
            assertThat(told(owner)).isEmpty();
        }
    }

    @Test
    void who_may_not_read_the_record_may_not_verify_it_and_what_is_not_there_is_not_found() throws Exception {
        assertThat(answer(post("/audit/verification").with(csrf()), "team").getStatus())
                .isEqualTo(403);
        assertThat(answer(
                                post("/audit/verification")
                                        .param("number", "2026-999")
                                        .with(csrf()),
                                "auditor")
                        .getStatus())
                .isEqualTo(404);
    }

    private List<String> told(Connection connection) throws SQLException {
        var terms = new Terms(Optional.empty(), Set.of(), Map.of(), Duration.ofDays(1), night.now(), () -> false);
        return new Verification(connection, terms)
                .run().findings().stream().map(Finding::toString).toList();
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getProperty("KEIZOKU_DB_URL"),
                EmbeddedDatabase.OWNER,
                environment.getProperty("KEIZOKU_DB_OWNER_PASSWORD"));
    }

    private Document verified(String activation) throws Exception {
        return page(post("/audit/verification").param("number", activation).with(csrf()), "auditor");
    }

    private Document page(MockHttpServletRequestBuilder request, String role) throws Exception {
        var answer = answer(request, role);
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String role) throws Exception {
        return mvc.perform(request.accept("text/html,application/xhtml+xml,*/*;q=0.8")
                        .with(user("kansa").authorities(AuthorityUtils.createAuthorityList("ROLE_" + role))))
                .andReturn()
                .getResponse();
    }
}
