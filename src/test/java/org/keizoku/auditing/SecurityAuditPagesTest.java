package org.keizoku.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.auditing.Audit.AUDITOR;
import static org.keizoku.auditing.Audit.CHIEF;
import static org.keizoku.auditing.Audit.LEAD;
import static org.keizoku.auditing.Audit.SECTION;

import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.auditing.SecurityAudit.State;
import org.keizoku.platform.Visitor;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages of the security audits, as browsers use them. */
@KeizokuTest
class SecurityAuditPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Night night;

    @Autowired
    ApplicationContext context;

    private Audit audit;

    @BeforeEach
    void people() {
        audit = new Audit(context);
    }

    @Test
    void who_has_audits_held_takes_one_back_on_its_page_and_page_and_list_say_who_when_and_why() {
        long number = audit.planned();
        String at = "/security-audits/" + number;
        Visitor chief = signedIn(CHIEF);
        String form = page(chief, at).select("details form").attr("action");
        assertThat(form).isEqualTo(at + "/withdraw");

        assertThat(chief.form(form, "forged", "reason", "統合").statusCode()).isEqualTo(403);
        String token = chief.formToken(at);
        Document refused = Jsoup.parse(chief.form(form, token, "reason", " ").body());
        assertThat(refused.select("[role=alert]").text()).contains("「取りやめの理由」を入力してください");
        assertThat(refused.select("details[open] form")).hasSize(1);
        assertThat(audit.now(number).state()).isEqualTo(State.PLANNED);
        var answer = chief.form(form, token, "reason", "対象の部門が<統合>された");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);

        Document page = page(chief, at);
        assertThat(page.select(".big").text()).isEqualTo("取りやめ");
        assertThat(page.select("dl").text())
                .contains("取りやめ 2026-01-16 02:14:00 見本 副子(セキュリティ統括責任者)", "取りやめの理由 対象の部門が<統合>された")
                .doesNotContain("今の作業の期限");
        assertThat(page.select("details form")).isEmpty();
        assertThat(row(signedIn("kansa"), number))
                .contains("取りやめ 2026-01-16 02:14:00 見本 副子(セキュリティ統括責任者): 対象の部門が<統合>された")
                .doesNotContain("期限超過");
        assertThat(alert(chief.form(form, token, "reason", "もう一度").body())).contains("取りやめになったので");
    }

    @Test
    void nobody_else_is_offered_to_take_it_back_and_whoever_asks_is_told_why_not() {
        String at = "/security-audits/" + audit.planned();
        for (String person : new String[] {LEAD, AUDITOR}) {
            Visitor visitor = signedIn(person);
            assertThat(page(visitor, at).select("details form")).as(person).isEmpty();
            assertThat(alert(visitor.form(at + "/withdraw", visitor.formToken("/password"), "reason", "不要")
                            .body()))
                    .as(person)
                    .contains("監査の実施を決める役割の人");
        }
        Visitor section = signedIn(SECTION);
        assertThat(section.form(at + "/withdraw", section.formToken("/password"), "reason", "不要")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void page_and_list_say_by_when_the_open_step_is_to_be_done_and_that_it_is_late() {
        long number = audit.commissioned();
        Visitor lead = signedIn(LEAD);
        assertThat(page(lead, "/security-audits/" + number).select("dl").text())
                .contains("今の作業の期限 2026-01-30 02:14:00");
        assertThat(row(lead, number)).contains("監査計画の作成中 期限 2026-01-30 02:14:00");

        night.passes(Duration.ofDays(14));

        assertThat(row(signedIn(LEAD), number)).contains("監査計画の作成中(期限超過)");
    }

    private static String row(Visitor visitor, long number) {
        return page(visitor, "/security-audits")
                .select("tr:has(a[href=/security-audits/%d])".formatted(number))
                .text();
    }

    private static String alert(String body) {
        return Jsoup.parse(body).select("[role=alert]").text();
    }

    private Visitor signedIn(String person) {
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(person, "test-only-word").headers().firstValue("Location"))
                .hasValueSatisfying(target -> assertThat(target).doesNotContain("why="));
        return visitor;
    }

    private static Document page(Visitor visitor, String address) {
        var answer = visitor.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
