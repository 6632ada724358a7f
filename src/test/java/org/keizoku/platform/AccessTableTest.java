package org.keizoku.platform;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.keizoku.Keizoku;
import org.keizoku.approval.DecisionModel;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks docs/access.md: every role at every address; a page without its row is found. */
@KeizokuTest
class AccessTableTest {

    private static final String PAGES = "Pages and interfaces on the inside port";
    private static final String TASKLIST = "Tasklist and its interface";
    private static final Set<String> UPLOADS = Set.of(
            "/plan/lint",
            "/plan/revisions",
            "/plan/workbook",
            "/plan/workbook/contacts",
            "/plan/workbook/outside-contacts");
    private static final Map<String, String> QUERIES = Map.of(
            "/audit/{number}/replay/scene", "?at=0&run=x",
            "/audit/{number}/replay/model", "?definition=x",
            "/audit/heat/model", "?procedure=activation",
            "/contacts/{id}/confirmed", "?channel=SMS&position=0");
    private static final String BOUNDARY = "part";
    private static final String NO_PLAN = "計画: [閉じていない";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Test
    void every_role_gets_at_every_address_what_the_tables_say() {
        String number = city.earthquake("6-lower", "2026-01-16T00:31:00+09:00");
        String task = night.task(number, DecisionModel.DECIDE).getId();
        List<String> wrong = new ArrayList<>();
        var persons = AccessTable.persons();
        for (String role : AccessTable.ROLES) {
            Visitor visitor = visitor(role, persons.get(role));
            String token = visitor.formToken("/login");
            for (String heading : List.of(PAGES, TASKLIST)) {
                AccessTable table = AccessTable.under(heading);
                for (List<String> row : table.rows()) {
                    String address = table.cell(row, "address");
                    String said = table.roles(row).get(role);
                    String got = said(visitor, token, table.cell(row, "verb"), address, number, task);
                    if (!got.startsWith(said + " ")) {
                        wrong.add("%s %s for %s: %s, not %s".formatted(row.get(0), address, role, got, said));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** With a session for pages, and a password in each request for machines. */
    private Visitor visitor(String role, String person) {
        Visitor visitor = role.equals("nobody")
                ? new Visitor(port)
                : Visitor.ofThePlan(port, person).withPassword(person, Visitor.PLANS_PASSWORD);
        return visitor.withTasklistsToken();
    }

    private static String said(Visitor visitor, String token, String verb, String address, String number, String task) {
        String at = address.replace("{number}", address.startsWith("/plan") ? "999999999" : number)
                .replaceAll("\\{\\w+}", "x")
                .replace("ENGINE", Visitor.TASKLIST)
                .replace("TASK", task)
                .concat(QUERIES.getOrDefault(address, ""));
        var answer = ask(visitor, token, verb, at);
        String to = answer.headers().firstValue("Location").orElse("");
        boolean refusedInWords = answer.body().contains("提案できるのは");
        String word;
        if (answer.statusCode() == 401 || to.contains("/login")) {
            word = "login";
        } else if (answer.statusCode() == 403 || refusedInWords || answer.statusCode() == 404 && !isMissing(at)) {
            word = "no";
        } else if (answer.statusCode() >= 400 && at.matches(".*/revisions/\\d+/.*|.*/task/[^/]+/.*")) {
            word = "no";
        } else {
            word = "yes";
        }
        return word + " " + answer.statusCode() + " " + to;
    }

    /** A proposal, or a step of a replay, that is not there: whoever may look learns that. */
    private static boolean isMissing(String at) {
        return at.equals("/plan/revisions/999999999") || at.contains("/replay/");
    }

    private static HttpResponse<String> ask(Visitor visitor, String token, String verb, String at) {
        if (verb.equals("GET")) {
            return visitor.get(at);
        }
        if (at.startsWith("/api/")) {
            return visitor.json(verb, at, "{\"eventType\": \"earthquake\", \"occurredAt\": \"2026-01-16T00:32\"}");
        }
        if (at.startsWith("/camunda/")) {
            return visitor.json(verb, at, "{}");
        }
        if (UPLOADS.contains(at)) {
            return visitor.send(
                    verb,
                    at + "?reason=check&_csrf=" + token,
                    "multipart/form-data; boundary=" + BOUNDARY,
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.yaml\"\r\n\r\n%s\r\n--%s--\r\n"
                            .formatted(BOUNDARY, NO_PLAN, BOUNDARY));
        }
        return visitor.form(at, token);
    }

    @Test
    void every_page_of_the_application_has_its_row() {
        AccessTable table = AccessTable.under(PAGES);
        Set<String> listed = table.rows().stream()
                .map(row -> table.cell(row, "verb") + " " + table.cell(row, "address"))
                .collect(toSet());
        Set<String> pages = new TreeSet<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (isOurs(handler.getBeanType())) {
                        mapping.getPatternValues().forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb ->
                                        pages.add(verb + " " + pattern.replaceAll(":(?:[^{}]|\\{[^{}]*})+}", "}"))));
                    }
                });

        assertThat(pages).hasSizeGreaterThan(20).isSubsetOf(listed);
    }

    private static boolean isOurs(Class<?> page) {
        return page.getName().startsWith("org.keizoku.")
                && page.getProtectionDomain()
                        .getCodeSource()
                        .equals(Keizoku.class.getProtectionDomain().getCodeSource());
    }
}
