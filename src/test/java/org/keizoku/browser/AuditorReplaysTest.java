package org.keizoku.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An auditor replays a night on its diagrams and finds what was late. */
@KeizokuTest
class AuditorReplaysTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Test
    void a_night_is_replayed_and_the_decision_that_came_late_is_found_on_the_diagram() {
        String number = city.earthquake("6-lower", "2026-01-15T21:12:00+09:00");
        night.passes(Duration.ofMinutes(31));
        city.decides("somu-bucho", number, "survey", "");

        Page page = Desk.of("kansa", BROWSER.person(port), "/audit/" + number + "/replay")
                .page();
        assertThat(page.locator("#at")).hasText("2026-01-16 02:14:00");
        assertThat(page.locator("#path")).containsText("発動");
        assertThat(page.locator(".bjs-powered-by")).isVisible();

        page.getByText("次の期限超過へ").click();
        assertThat(page.locator("#at")).hasText("2026-01-16 02:44:00");
        assertThat(page.locator("#path strong")).containsText("代行付き判断");
        assertThat(step(page, "Task_Decide")).hasClass(Pattern.compile("\\bover\\b"));
        assertThat(page.locator(".token.over")).hasText("1");
        assertThat(page.locator("#open li.late").first()).containsText("期限超過");
        Browser.picture(page, "replay-late");
        assertThat(page.locator("#variables tr.changed").first()).containsText("変更");
        page.locator("#only-changed").check();
        assertThat(page.locator("#variables tr.same")).hasCount(0);
        page.locator("#variables").scrollIntoViewIfNeeded();
        Browser.picture(page, "replay-values");

        page.locator("#forward").click();
        assertThat(page.locator("#at")).hasText("2026-01-16 02:45:00");
        assertThat(step(page, "Task_Decide")).hasClass(Pattern.compile("\\bdone-late\\b"));
        assertThat(page.locator("#told")).containsText("代行者1) が判断:");

        page.locator("#path button").first().click();
        assertThat(page.locator("#path strong")).hasText("発動");
        step(page, "Call_Response").click();
        assertThat(page.locator("#path strong")).not().hasText("発動");

        page.locator("#slider").fill("0");
        page.locator("#speed").selectOption("80");
        page.locator("#play").click();
        assertThat(page.locator("#at")).hasText("2026-01-16 02:45:00");
        assertThat(page.locator("#play")).hasText("再生");
        assertThat(page.locator("#problem")).isHidden();
        Browser.picture(page, "replay");

        page.locator("#told a").first().click();
        assertThat(page.locator("h1")).hasText("発動 %s の経過".formatted(number));
        assertThat(page.locator(".timeline time").first()).hasText("02:45");
        page.locator(".timeline summary").first().click();
        assertThat(page.locator(".timeline details").first()).containsText("記録日時");
        Browser.picture(page, "timeline");
        page.navigate("/audit/" + number + "/comparison");
        assertThat(page.locator("#deviations")).containsText("1分超過して終了");
        Browser.picture(page, "comparison");
        page.navigate("/audit/heat?procedure=decide-with-deputies");
        // How warm it is depends on all activations, those of other tests too; something is the warmest.
        assertThat(step(page, "Task_Decide")).hasClass(Pattern.compile("\\bheat-[1-5]\\b"));
        assertThat(page.locator(".djs-element.heat-5").first()).isVisible();
        Browser.picture(page, "heat");
    }

    private static com.microsoft.playwright.Locator step(Page page, String id) {
        return page.locator(".djs-element[data-element-id='%s']".formatted(id));
    }
}
