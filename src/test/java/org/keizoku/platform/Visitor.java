package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody at the doors: a client with its own cookies that follows no redirect. */
public final class Visitor {

    /** What every account of the plan begins with, in tests. */
    static final String PLANS_PASSWORD = "test-only-word";

    /** Where Tasklist asks the engine. */
    static final String TASKLIST = "/camunda/api/engine/engine/default";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String basic;

    public Visitor(int port) {
        this.port = port;
    }

    /** Signs in at the login page; the answer tells where to. */
    public HttpResponse<String> signIn(String person, String password, String... more) {
        var fields = new ArrayList<>(List.of("person", person, "password", password));
        fields.addAll(List.of(more));
        return form("/login", formToken("/login"), fields.toArray(String[]::new));
    }

    /** One of the plan's people, signed in. */
    public static Visitor ofThePlan(int port, String person) {
        return letIn(port, person, PLANS_PASSWORD);
    }

    /** One of {@link DoorKeepers}, signed in. */
    static Visitor signedIn(int port, String person) {
        return letIn(port, person, DoorKeepers.PASSWORD);
    }

    private static Visitor letIn(int port, String person, String password) {
        var visitor = new Visitor(port);
        if (visitor.signIn(person, password)
                .headers()
                .firstValue("Location")
                .orElse("")
                .contains("why=")) {
            throw new AssertionError(person + " was not let in");
        }
        return visitor;
    }

    /** With Camunda's own token too, so that what refuses is not its absence. */
    Visitor withTasklistsToken() {
        get(TASKLIST + "/filter/count");
        return this;
    }

    Visitor withPassword(String person, String password) {
        basic = "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, null);
    }

    /** A page that must be there. */
    public Document page(String address) {
        var answer = get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    /** Sends JSON, with Camunda's token against forged requests where the visitor has one. */
    public HttpResponse<String> json(String method, String path, String body) {
        return send(method, path, "application/json", body);
    }

    public HttpResponse<String> form(String path, String token, String... fields) {
        var body = new StringBuilder("_csrf=").append(encoded(token));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return send("POST", path, "application/x-www-form-urlencoded", body.toString());
    }

    public String formToken(String page) {
        var found = CSRF.matcher(get(page).body());
        if (!found.find()) {
            throw new AssertionError("no token on " + page);
        }
        return found.group(1);
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse(null);
    }

    public HttpResponse<String> send(String method, String path, String type, String body) {
        var request = to(path).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Accept", type == null ? "text/html,*/*" : "application/json");
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (basic != null) {
            request.header("Authorization", basic);
        }
        if (cookie("XSRF-TOKEN") != null) {
            request.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
        }
        return sent(request);
    }

    /** What a script of a page fetches, as browsers mark it. */
    HttpResponse<String> fetch(String path) {
        return sent(to(path).header("Accept", "text/html,*/*").header("Sec-Fetch-Mode", "cors"));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
