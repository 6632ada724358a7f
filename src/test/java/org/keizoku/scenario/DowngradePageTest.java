package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.scenario.Entered.entered;

import java.net.http.HttpResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.keizoku.downgrade.InForceModel;
import org.keizoku.platform.Visitor;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a matter: who sees it, what evidence it takes and hands out, and what the situation page says of it. */
@KeizokuTest
class DowngradePageTest {

    private static final String BORDER = "----keizoku-test";
    private static final String PDF = "%PDF-1.7 設定の写し";

    @LocalServerPort
    int port;

    @Autowired
    Askings askings;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Test
    void evidence_is_added_by_the_team_and_handed_out_as_it_was() {
        Asking asking = earthquake(31);
        String page = "/downgrades/" + asking.inForce().number();
        Visitor executor = signedIn("joho2");

        assertThat(upload(executor, page, "../設定.pdf", PDF).statusCode()).isEqualTo(302);

        Document seen = signedIn("kansa").page(page);
        assertThat(seen.text()).contains("引下げ中", "規則12番", "申請・提案", "仮名 一郎", "設定.pdf", "仮名 二葉");
        assertThat(seen.select("input[type=file]"))
                .as("an auditor adds nothing")
                .isEmpty();
        var file = signedIn("ict-bucho").get(seen.select("td a").attr("href"));
        assertThat(file.body()).isEqualTo(PDF);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(disposition -> assertThat(disposition).startsWith("attachment"));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(city.told(asking.number())).anyMatch(told -> told.endsWith("証跡のファイルを追加"));
    }

    @Test
    void who_has_nothing_to_do_with_it_sees_neither_page_nor_file() {
        Asking asking = earthquake(32);
        String page = "/downgrades/" + asking.inForce().number();
        upload(signedIn("joho2"), page, "a.pdf", PDF);
        String file = signedIn("joho2").page(page).select("td a").attr("href");

        assertThat(signedIn("koho").get(page).statusCode()).isEqualTo(403);
        assertThat(signedIn("koho").get(file).statusCode()).isEqualTo(403);
        assertThat(signedIn("joho2").get(page + "9999").statusCode()).isEqualTo(404);
        var head = signedIn("ict-bucho");
        assertThat(head.page(page).text()).contains("a.pdf");
        String deputy =
                signedIn("somu-bucho").page(page).select("input[type=file]").outerHtml();
        assertThat(deputy).as("a deputy who has no part in it only reads").isEmpty();
    }

    @Test
    void other_types_and_other_states_are_refused_in_words() {
        Asking asking = earthquake(33);
        String page = "/downgrades/" + asking.asks("joho1").number();
        Visitor requester = signedIn("joho1");
        assertThat(requester.page(page).select("input[type=file]"))
                .as("nothing to show yet")
                .isEmpty();
        asking.decides("ict-bucho", "approve");

        assertThat(upload(requester, page, "a.pdf", "MZ\u0000\u0001").body()).contains("証跡にできるのは");
        assertThat(upload(requester, page, "a.pdf", "").body()).contains("ファイルを選んでください");
        assertThat(upload(requester, page, "a.txt", "x".repeat(5_000_001)).body())
                .contains("5MBまで");
        assertThat(upload(requester, page, "a.txt", "規則を変更した").statusCode()).isEqualTo(302);

        asking.applies("joho2");
        asking.restores("joho2");
        asking.verifies("joho3", "yes");
        assertThat(upload(requester, page, "b.txt", "遅れた写し").body()).contains("証跡を追加できません");
    }

    @Test
    void the_register_stands_on_the_page_and_an_overdue_matter_is_red_on_the_situation_page() {
        Asking asking = earthquake(34);
        var opened = asking.inForce("downgradeMatter", "room-access");
        night.claimAndComplete(
                "joho4",
                asking.number(),
                InForceModel.RECORD_ENTRY,
                entered(
                        "registerAction", "record",
                        "visitorName", "例示 訪子",
                        "visitorSection", "外部事業者A社",
                        "enteredAt", "2026-01-16T02:00+09:00",
                        "leftAt", "2026-01-16T02:10+09:00",
                        "visitPurpose", "空調の点検"));
        night.freezeAt(opened.until());
        Visitor leader = signedIn("shukan");

        assertThat(leader.page("/downgrades/" + opened.number()).text()).contains("例示 訪子", "外部事業者A社", "空調の点検", "期限超過");
        var late =
                leader.page("/activations/" + asking.number()).select("tr.late").eachText();
        assertThat(late).anyMatch(line -> line.contains(opened.title()) && line.contains("期限超過"));
    }

    private Asking earthquake(int minute) {
        return askings.after("2026-01-16T00:%02d:58+09:00".formatted(minute));
    }

    private Visitor signedIn(String person) {
        return Visitor.ofThePlan(port, person);
    }

    /** As a browser sends the form. */
    private static HttpResponse<String> upload(Visitor visitor, String page, String name, String content) {
        String body = field("name=\"_csrf\"", visitor.formToken("/plan/revisions/new"))
                + field("name=\"file\"; filename=\"%s\"\r\nContent-Type: application/pdf".formatted(name), content)
                + "--" + BORDER + "--\r\n";
        return visitor.send("POST", page + "/evidence", "multipart/form-data; boundary=" + BORDER, body);
    }

    private static String field(String head, String value) {
        return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(BORDER, head, value);
    }
}
