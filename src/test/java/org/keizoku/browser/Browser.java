package org.keizoku.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The system's Chromium, driven by Playwright, open while the tests of a class run that registers it: without one they are skipped with a
 * reason, in CI they fail.
 */
public final class Browser implements BeforeAllCallback, AfterAllCallback {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Milliseconds: a loaded machine takes its time; a test that fails waits that long once. */
    private static final double PATIENCE = 90_000;

    private Playwright playwright;
    private com.microsoft.playwright.Browser chromium;

    @Override
    public void beforeAll(ExtensionContext tests) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Path installed = installed();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed)
                        .setArgs(QUIET));
    }

    private static Path installed() {
        return PLACES.stream().filter(Files::isExecutable).findFirst().orElseGet(() -> {
            String reason = "no Chromium at any of " + PLACES;
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(reason);
            }
            System.out.println("browser test skipped: " + reason);
            return Assumptions.abort(reason);
        });
    }

    /** Also where it could not open. */
    @Override
    public void afterAll(ExtensionContext tests) {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** A page of a person's own: nobody is signed in there, and the browser prefers English. */
    public Page person(int port) {
        return person(port, 1280, 900);
    }

    /** The same on a phone. */
    public Page phone(int port) {
        return person(port, 390, 844);
    }

    /** The same on a small phone. */
    public Page smallPhone(int port) {
        return person(port, 360, 740);
    }

    private Page person(int port, int width, int height) {
        Page page = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setLocale("en-US")
                        .setTimezoneId("Asia/Tokyo")
                        .setViewportSize(width, height))
                .newPage();
        page.setDefaultTimeout(PATIENCE);
        return page;
    }

    /**
     * Types into a form's field and looks, as a person does, whether it stands there: a form draws itself anew after the field before
     * was left, and what is typed until then is gone.
     */
    public static void write(Locator field, String text) {
        for (int tries = 0; tries < 10; tries++) {
            field.fill(text);
            field.blur();
            field.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
            if (field.inputValue().equals(text)) {
                return;
            }
        }
        Assertions.fail("the field does not keep what is typed: " + field);
    }

    /** Keeps a picture of the page under target/screenshots. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }
}
