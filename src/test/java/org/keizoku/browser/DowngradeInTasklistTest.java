package org.keizoku.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.downgrade.Downgrade;
import org.keizoku.downgrade.Downgrade.State;
import org.keizoku.downgrade.Downgrades;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A firewall rule is lowered for a time by four people at four browsers. */
@KeizokuTest
class DowngradeInTasklistTest {

    private static final String FIREWALL = "ファイアウォール等の規則の一時変更";

    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    City city;

    @Autowired
    Downgrades downgrades;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Camunda's web application finds its engine in a register of the JVM, where the last started context of the tests stands. */
    @BeforeEach
    void this_engine_is_tasklists(@Autowired ProcessEngine engine) {
        ProcessEngines.registerProcessEngine(engine);
    }

    @Test
    void one_asks_one_approves_one_acts_and_one_verifies() {
        var number = new ActivationNumber(city.earthquake("6-lower", "2026-01-15T21:21:00+09:00"));

        Desk requester = Desk.of("joho1", browser.person(port));
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

        Desk approver = Desk.of("ict-bucho", browser.person(port));
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

        Desk executor = Desk.of("joho2", browser.person(port));
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

        Desk verifier = Desk.of("joho3", browser.person(port));
        verifier.opens("自分の班のタスク", "復元を確認: " + title);
        verifier.claims();
        verifier.chooses("元に戻っていますか", "戻っている");
        verifier.writes("確認した内容", "設定の一覧と見比べた");
        Browser.picture(verifier.page(), "verify-restoration");
        verifier.completes();
        assertThat(only(number).state()).isEqualTo(State.ENDED);
    }

    private Downgrade only(ActivationNumber number) {
        var all = downgrades.of(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
