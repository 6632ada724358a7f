package org.keizoku.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.approval.DecisionModel;
import org.keizoku.downgrade.Downgrade;
import org.keizoku.downgrade.Downgrade.State;
import org.keizoku.downgrade.DowngradeModel;
import org.keizoku.downgrade.Downgrades;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A firewall rule is lowered for a time by four people at four browsers. */
@KeizokuTest
class DowngradeInTasklistTest {

    private static final String FIREWALL = "ファイアウォール等の規則の一時変更";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Downgrades downgrades;

    @Test
    void one_asks_one_approves_one_acts_and_one_verifies() {
        var number = new ActivationNumber(city.earthquake("6-lower", "2026-01-15T21:21:00+09:00"));

        Desk requester = Desk.of("joho1", BROWSER.person(port));
        requester.page().getByText("手順を開始").click();
        Locator dialog = requester.page().locator(".modal-content");
        dialog.getByText("セキュリティの一時引下げなど", new Locator.GetByTextOptions().setExact(true))
                .click();
        requester.writes("発動番号", number.value());
        requester.selects("対象", FIREWALL);
        requester.writes("何に対して", "規則12番");
        requester.writes("理由", "本体が故障した");
        requester.writes("補う対策", "接続元を二つに限る");
        requester.writes("元に戻す方法", "規則12番を元の内容に戻す");
        requester.writes("実施する人", "二葉");
        requester.dates("期限", "01/16/2026", "08:14");
        requester.chooses("緊急措置か", "いいえ(承認を受けてから実施する)");
        Browser.picture(requester.page(), "request-downgrade");
        dialog.getByText("開始", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(requester.page().getByText("手順を開始しました")).isVisible();
        String title = only(number).title();

        Desk approver = Desk.of("ict-bucho", BROWSER.person(port));
        approver.opens("判断", "判断する: セキュリティの一時引下げなどを承認するか");
        assertThat(approver.page().locator(".fjs-form")).containsText("接続元を二つに限る");
        approver.claims();
        approver.chooses("判断", "承認する");
        approver.button("完了").click();
        Locator refusal = approver.page().getByText("この判断には理由が必要です");
        assertThat(refusal).isVisible();
        approver.writes("理由", "対策が足りている");
        Browser.picture(approver.page(), "approve-downgrade");
        approver.completes();
        assertThat(refusal).isHidden();

        Desk executor = Desk.of("joho2", BROWSER.person(port));
        executor.opens("自分の班のタスク", "実施する: " + title);
        executor.claims();
        executor.chooses("結果", "承認のとおり実施した");
        executor.writes("証跡", "規則12番を変更した");
        executor.completes();
        assertThat(only(number).state()).isEqualTo(State.IN_FORCE);
        executor.opens("自分の班のタスク", "元に戻す: " + title);
        executor.claims();
        executor.writes("元に戻した方法", "規則12番を元に戻した");
        executor.completes();

        Desk verifier = Desk.of("joho3", BROWSER.person(port));
        verifier.opens("自分の班のタスク", "復元を確認: " + title);
        verifier.claims();
        verifier.chooses("元に戻っていますか", "戻っている");
        verifier.writes("確認した内容", "設定の一覧と見比べた");
        Browser.picture(verifier.page(), "verify-restoration");
        verifier.completes();
        assertThat(only(number).state()).isEqualTo(State.ENDED);
    }

    @Test
    void on_a_phone_it_is_read_decided_and_shown() {
        var number = new ActivationNumber(city.earthquake("6-lower", "2026-01-15T21:22:00+09:00"));
        city.starts(
                "joho1",
                DowngradeModel.PROCESS,
                Map.of(
                        "activationNumber", number.value(),
                        "downgradeMatter", "firewall",
                        "downgradeTarget",
                                "庁外向けファイアウォールの規則12番(FW-HONCHOSHA-EXTERNAL-RULESET-0012-PERMIT-ANY-MAINTENANCE)",
                        "downgradeReason", "本体が故障し、代替機に同じ規則がない",
                        "compensation", "接続元を二つに限る",
                        "restoration", "規則12番を元の内容に戻す",
                        "executor", "情報システム班",
                        "downgradeUntil", "2026-01-16T08:14+09:00",
                        "urgency", "ordinary"));
        String task = night.task(number.value(), DecisionModel.DECIDE, "一時引下げ").getId();

        Desk head = Desk.of("ict-bucho", BROWSER.phone(port), "/t/" + task);
        assertThat(head.page().locator(".task-filters .item").first()).isVisible();
        assertThat(head.page().locator("h2.task")).containsText("判断する");
        Browser.picture(head.page(), "phone-decision-arrived");
        assertThat(head.page().locator("h2.task")).isInViewport();
        head.claims();
        head.chooses("判断", "承認する");
        head.writes("理由", "対策が足りている");
        isAsLargeAsAThumb(head.button("完了"));
        isAsLargeAsAThumb(head.page().locator("label:has(> input[type=radio])").first());
        fits(head.page(), "phone-decision");
        head.completes();

        Page phone = Desk.of(
                        "joho2",
                        BROWSER.phone(port),
                        "/downgrades/" + only(number).number())
                .page();
        phone.getByLabel("ファイル").setInputFiles(new FilePayload("設定の写し.txt", "text/plain", "規則12番".getBytes(UTF_8)));
        phone.getByText("証跡を追加する").click();
        assertThat(phone.getByText("設定の写し.txt")).isVisible();
        fits(phone, "phone-downgrade");
        phone.navigate("/absences");
        phone.getByLabel("まで").fill("2026-01-19T08:30");
        phone.getByText("登録する", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(phone.getByText("不在中")).isVisible();
        fits(phone, "phone-absences");
        phone.getByText("取り消す").click();
        assertThat(phone.getByText("登録された不在はありません")).isVisible();
    }

    private static void isAsLargeAsAThumb(Locator pressed) {
        assertThat(pressed.boundingBox().height).isGreaterThanOrEqualTo(44);
    }

    /** Nothing has to be shifted sideways to be read. */
    private static void fits(Page phone, String name) {
        Browser.picture(phone, name);
        assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(phone.viewportSize().width);
    }

    private Downgrade only(ActivationNumber number) {
        var all = downgrades.of(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
