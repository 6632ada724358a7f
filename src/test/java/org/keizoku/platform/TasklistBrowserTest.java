package org.keizoku.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keizoku.browser.Browser;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@KeizokuTest
class TasklistBrowserTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private DoorKeepers keepers;
    private final Set<String> refused = new TreeSet<>();

    @BeforeEach
    void prepare() {
        keepers = new DoorKeepers(context);
    }

    @Test
    void a_task_is_reached_by_its_link_through_the_login_taken_and_completed_in_japanese() {
        String task = keepers.openTask();
        Page page = person();

        page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(page).hasURL(Pattern.compile(".*/login#/\\?task=" + task));
        Browser.picture(page, "login");
        signIn(page);
        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/#/\\?.*task=" + task + ".*"));
        assertThat(page.getByText("扉を点検する").first()).isVisible();
        Browser.picture(page, "task");
        assertThat(page.locator("body").innerText()).doesNotContainPattern("[A-Z]{3,}_[A-Z]{3,}");
        assertThat(page.getByText("タスクを作成")).isHidden();

        page.getByText("担当する", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("button.unclaim")).isVisible();
        Browser.write(page.getByLabel("扉の数"), "200");
        Browser.picture(page, "form");
        Browser.write(page.getByLabel("扉の数"), "3");
        Browser.write(page.getByLabel("点検結果"), "異常なし");
        page.waitForResponse(
                "**/submit-form", () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("完了"))
                        .click());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Browser.picture(page, "done");

        assertThat(keepers.isDone(task)).isTrue();
        assertThat(refused).as("requests of Tasklist that the doors refused").isEmpty();
    }

    @Test
    void every_tab_and_dialog_of_tasklist_works_within_the_doors() {
        String task = keepers.openTask();
        Page page = person();
        page.navigate("/t/" + task);
        signIn(page);

        for (String tab : new String[] {"履歴", "手順図", "説明", "入力"}) {
            page.getByText(tab, new Page.GetByTextOptions().setExact(true)).click();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            Browser.picture(page, "tab-" + tab);
        }
        page.getByText("コメントを追加").click();
        page.locator("textarea").last().fill("点検の途中です");
        // The form of the task has a button of the same name, as soon as it is there.
        page.getByRole(AriaRole.FORM)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存"))
                .click();
        assertThat(page.locator("textarea")).hasCount(0);
        page.getByText("手順を開始").click();
        page.locator(".modal-body").getByText("扉の点検").click();
        Browser.write(page.getByLabel("場所"), "本庁舎");
        Browser.picture(page, "start");
        page.locator(".modal-footer")
                .getByText("開始", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByText("手順を開始しました")).isVisible();

        assertThat(refused).as("requests of Tasklist that the doors refused").isEmpty();
    }

    @Test
    void logging_out_of_tasklist_lands_on_our_login_page() {
        Page page = person();
        page.navigate("/camunda/app/tasklist/default/");
        signIn(page);

        page.locator(".account .dropdown-toggle, .account a").first().click();
        page.getByText("ログアウト", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL(Pattern.compile(".*/login\\?why=out"));
        assertThat(page.getByText("ログアウトしました。")).isVisible();
    }

    @Test
    void a_session_that_ended_leads_through_the_login_back_to_the_task() {
        String task = keepers.openTask();
        Page page = person();
        page.navigate("/t/" + task);
        signIn(page);
        assertThat(page.getByLabel("点検結果")).isVisible();

        page.context().clearCookies();
        page.evaluate("document.querySelector('button.claim')?.click()");
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
        signIn(page);
        assertThat(page).hasURL(Pattern.compile(".*task=" + task + ".*"));
    }

    @Test
    void the_login_page_fits_a_phone() {
        Page page = BROWSER.phone(port);
        page.navigate("/login?why=wrong");

        Browser.picture(page, "login-phone");
        assertThat(page.getByText("職員IDまたはパスワードが違います。")).isVisible();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    private Page person() {
        Page page = BROWSER.person(port);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                refused.add(response.status() + " " + response.request().method() + " "
                        + response.url().replaceAll("http://localhost:\\d+", ""));
            }
        });
        return page;
    }

    private static void signIn(Page page) {
        page.getByLabel("職員ID").fill(DoorKeepers.STAFF);
        page.getByLabel("パスワード").fill(DoorKeepers.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ログイン"))
                .click();
    }
}
