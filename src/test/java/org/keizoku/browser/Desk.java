package org.keizoku.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A staff member at Tasklist: what they click and type there. */
final class Desk {

    private static final String PASSWORD = "test-only-word";

    private final String person;
    private final Page page;

    private Desk(String person, Page page) {
        this.person = person;
        this.page = page;
    }

    /** The person opens this address, is asked to log in, and comes to it. */
    static Desk of(String person, Page page, String address) {
        var desk = new Desk(person, page);
        page.navigate(address);
        page.getByLabel("職員ID").fill(person);
        page.getByLabel("パスワード").fill(PASSWORD);
        desk.button("ログイン").click();
        return desk;
    }

    static Desk of(String person, Page page) {
        return of(person, page, "/camunda/app/tasklist/default/");
    }

    Page page() {
        return page;
    }

    void opens(String list, String task) {
        lists(list);
        tasks().getByText(task, exact()).click();
        assertThat(page.locator("h2.task")).hasText(task);
    }

    void lists(String list) {
        page.getByText(list).first().click();
    }

    Locator tasks() {
        return page.locator("ol.tasks-list");
    }

    void claims() {
        page.getByText("担当する", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("button.unclaim")).isVisible();
        assertThat(button("完了")).isEnabled();
    }

    /** Clicks the name of who has the task and writes another's id there; Tasklist asks for the person at each key before it takes one. */
    void handsTo(String other) {
        page.locator("li.assignee .view-value").click();
        Locator field = page.locator("li.assignee input");
        field.fill(other);
        page.waitForResponse(
                answer -> answer.url().contains("/user?") && answer.url().contains("id=" + other),
                () -> field.press("End"));
        assertThat(page.locator("li.assignee .validating")).hasCount(0);
        field.press("Enter");
    }

    /** Chooses under a question; its label may be part of another's, so it is compared whole. */
    void chooses(String question, String answer) {
        page.locator("xpath=//div[contains(@class,'fjs-form-field-radio')][label[1][text()='%s']]".formatted(question))
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    void selects(String label, String option) {
        page.locator("xpath=//div[contains(@class,'fjs-form-field-select')][label[text()='%s']]".formatted(label))
                .locator(".fjs-select-display")
                .click();
        page.locator(".fjs-dropdownlist-item").getByText(option, exact()).click();
    }

    void ticks(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
    }

    void writes(String label, String text) {
        Browser.write(page.getByLabel(label), text);
    }

    /** Types a date, as the browser's language writes it, and a time. */
    void dates(String label, String date, String time) {
        types(label + "(日付)", date);
        types(label + "(時刻)", time);
    }

    private void types(String label, String text) {
        page.getByLabel(label).fill(text);
        page.getByLabel(label).press("Enter");
    }

    /** Presses 完了 and waits until the engine has taken it. */
    void completes() {
        var answer = page.waitForResponse("**/submit-form", () -> button("完了").click());
        org.assertj.core.api.Assertions.assertThat(answer.status())
                .as(person + ": " + answer.url())
                .isEqualTo(204);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
