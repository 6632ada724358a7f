package org.keizoku.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.Plans;
import org.keizoku.platform.Visitor;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The pages of the plan's revisions, and Tasklist's routes, as browsers use them. */
@KeizokuTest
@Import(Editors.class)
class RevisionPagesTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String BORDER = "----keizoku-test";

    @LocalServerPort
    int port;

    @Autowired
    Editors editors;

    @Autowired
    Plans plans;

    @Autowired
    Revisions revisions;

    @AfterEach
    void nothing_stays_open() {
        editors.leaveNothingOpen();
    }

    @Test
    void an_upload_leads_to_the_proposals_page_with_what_it_changes() {
        var joho1 = signedIn("joho1");
        assertThat(joho1.page("/plan/revisions/new").text()).contains("「%s」".formatted(editors.nextVersion()));

        var answer = upload(
                joho1, editors.next(text -> text.replace("remindAfter: PT15M", "remindAfter: PT16M")), token(joho1));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var page = joho1.page(location(answer));
        assertThat(page.text()).contains("承認待ち", "年次の見直し", "参集を変更", "最高情報統括責任者");
        assertThat(page.select("td").eachText()).doesNotContain("誤り");
        assertThat(page.select(".diff .removed").eachText()).anyMatch(line -> line.contains("remindAfter: PT15M"));
        assertThat(page.select(".diff .added").eachText()).anyMatch(line -> line.contains("remindAfter: PT16M"));
        assertThat(signedIn("koho").page("/plan/revisions").text())
                .contains("承認待ち")
                .doesNotContain("改訂を提案する");
    }

    @Test
    void a_faulty_upload_is_shown_with_line_and_remedy() {
        var joho1 = signedIn("joho1");

        var answer = upload(joho1, editors.numbered("99", text -> text), token(joho1));

        assertThat(joho1.page(location(answer)).text()).contains("誤りあり", "5行", "次の版ではありません");
    }

    @Test
    void an_upload_without_the_forms_token_is_refused() {
        int before = revisions.all().size();

        assertThat(upload(signedIn("joho1"), editors.next(), "forged").statusCode())
                .isEqualTo(403);
        assertThat(revisions.all()).hasSize(before);
    }

    @Test
    void too_large_a_file_and_a_person_without_a_part_in_it_are_told_so_on_the_form() {
        var joho1 = signedIn("joho1");
        int before = revisions.all().size();
        String large = editors.next() + "# 長い注記\n".repeat(300_000);
        assertThat(Jsoup.parse(upload(joho1, large, token(joho1)).body())
                        .select("[role=alert]")
                        .text())
                .contains("大きすぎます");
        var kansa = signedIn("kansa");
        assertThat(Jsoup.parse(upload(kansa, editors.next(), token(kansa)).body())
                        .select("[role=alert]")
                        .text())
                .contains("提案できるのは");
        assertThat(revisions.all()).hasSize(before);
    }

    @Test
    void the_proposer_withdraws_on_the_page_and_nobody_else_is_offered_to() {
        var joho1 = signedIn("joho1");
        long number = editors.proposes("joho1", editors.next());
        String address = "/plan/revisions/" + number;
        assertThat(signedIn("ict-bucho").page(address).select("form[action$=withdraw]"))
                .isEmpty();

        post(joho1, address + "/withdraw", "reason", "記載誤り");

        assertThat(joho1.page(address).text()).contains("取下げ", "取下げの理由 記載誤り");
    }

    @Test
    void a_holder_confirms_on_the_page_and_everybody_sees_who_has() {
        long number = editors.bringsIntoForce(editors.next());
        var koho = signedIn("koho");
        String address = "/plan/revisions/" + number;
        assertThat(koho.page(address).select("form[action$=confirm]")).hasSize(1);

        post(koho, address + "/confirm");

        var page = koho.page(address);
        assertThat(page.select("form[action$=confirm]")).isEmpty();
        assertThat(page.select("tr:contains(試作 広子)").text()).contains("2026-01-16");
        assertThat(page.select("tr:contains(試作 総子)").text()).contains("未確認");
        assertThat(page.text()).contains("架空 統子(最高情報統括責任者)", "施行");
        assertThat(koho.page("/plan/revisions").select("table").first().text())
                .contains("起動時", plans.inForce().version(), "架空 統子", "年次の見直し");
    }

    @Test
    void a_proposal_that_does_not_exist_is_not_found() {
        assertThat(signedIn("joho1").get("/plan/revisions/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void through_tasklist_the_proposer_cannot_take_the_approval_and_the_deputy_can() {
        long number = editors.proposes("ict-bucho", editors.next());
        String task = editors.approval(number).getId();
        String deputy = plans.inForce().roles().stream()
                .filter(role -> role.id().value().equals("cio"))
                .findFirst()
                .orElseThrow()
                .deputies()
                .get(0)
                .value();

        var own = claim("ict-bucho", task, "ict-bucho");
        assertThat(own.statusCode()).isBetween(400, 500);
        assertThat(own.body()).contains("申請・提案をした人");
        assertThat(claim("shukan", task, "ict-bucho").statusCode()).isBetween(400, 500);
        assertThat(editors.approval(number).getAssignee()).isNull();
        assertThat(claim(deputy, task, deputy).statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> claim(String person, String task, String assignee) {
        var visitor = signedIn(person);
        visitor.get(ENGINE + "/task");
        return visitor.json(
                "POST",
                ENGINE + "/task/" + task + (person.equals(assignee) ? "/claim" : "/assignee"),
                "{\"userId\":\"%s\"}".formatted(assignee));
    }

    private Visitor signedIn(String person) {
        return Visitor.ofThePlan(port, person);
    }

    private static String token(Visitor visitor) {
        return visitor.formToken("/plan/revisions/new");
    }

    private static void post(Visitor visitor, String address, String... fields) {
        assertThat(visitor.form(address, token(visitor), fields).statusCode()).isEqualTo(302);
    }

    private static String location(HttpResponse<String> answer) {
        String address = answer.headers().firstValue("Location").orElseThrow();
        return address.substring(address.indexOf("/plan/"));
    }

    /** As a browser sends the form. */
    private static HttpResponse<String> upload(Visitor visitor, String yaml, String token) {
        String body = field("name=\"_csrf\"", token)
                + field("name=\"reason\"", "年次の見直し")
                + field("name=\"file\"; filename=\"plan.yaml\"\r\nContent-Type: application/yaml", yaml)
                + "--" + BORDER + "--\r\n";
        return visitor.send("POST", "/plan/revisions", "multipart/form-data; boundary=" + BORDER, body);
    }

    private static String field(String head, String value) {
        return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(BORDER, head, value);
    }
}
