package org.keizoku.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The part of Twilio's API 2010-04-01 that sends messages and tells what became of them. */
final class TwilioApi implements HttpHandler {

    static final String VERSION = "2010-04-01";

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ObjectMapper json = new ObjectMapper();
    private final TwilioStandIn standIn;
    private final String messages;
    private final String accountSid;
    private final String credentials;

    TwilioApi(TwilioStandIn standIn, String accountSid, String authToken) {
        this.standIn = standIn;
        this.accountSid = accountSid;
        this.messages = "/%s/Accounts/%s/Messages".formatted(VERSION, accountSid);
        this.credentials = "Basic "
                + Base64.getEncoder().encodeToString((accountSid + ":" + authToken).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                refuse(exchange, 401, 20003, "Authenticate");
            } else if (path.equals(messages + ".json")
                    && exchange.getRequestMethod().equals("POST")) {
                send(exchange);
            } else if (path.equals(messages + ".json")
                    && exchange.getRequestMethod().equals("GET")) {
                listOr400(exchange);
            } else if (path.matches(messages + "/SM[0-9a-f]{32}\\.json")) {
                Optional<Sms> found = standIn.find(path.replaceAll("^.*/|\\.json$", ""));
                if (found.isPresent()) {
                    answer(exchange, 200, resource(found.get()));
                } else {
                    refuse(exchange, 404, 20404, "The requested resource was not found");
                }
            } else {
                refuse(exchange, 404, 20404, "The requested resource %s was not found".formatted(path));
            }
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        var form = Form.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String from = form.get("From").isEmpty() ? form.get("MessagingServiceSid") : form.get("From");
        if (form.get("To").isEmpty()) {
            refuse(exchange, 400, 21604, "A 'To' phone number is required.");
        } else if (from.isEmpty()) {
            refuse(exchange, 400, 21603, "A 'From' phone number is required.");
        } else if (form.get("Body").isEmpty()) {
            refuse(exchange, 400, 21602, "Message body is required.");
        } else if (form.get("Body").length() > 1600) {
            refuse(exchange, 400, 21617, "The concatenated message body exceeds the 1600 character limit.");
        } else if (!form.get("To").matches("\\+[1-9]\\d{6,14}")) {
            refuse(exchange, 400, 21211, "Invalid 'To' Phone Number: %s".formatted(form.get("To")));
        } else {
            perform(exchange, form, from, standIn.answerFor(form.get("To")));
        }
    }

    private void perform(HttpExchange exchange, Form form, String from, Answer answer) throws IOException {
        Optional<Sms> taken = answer.kept() ? Optional.of(standIn.take(form, from)) : Optional.empty();
        pause(answer);
        if (answer.silent()) {
            return;
        }
        if (answer.code() == 0) {
            answer(exchange, answer.status(), resource(taken.orElseThrow()));
        } else {
            refuse(exchange, answer.status(), answer.code(), answer.message());
        }
        taken.ifPresent(sms -> standIn.reportLater(sms, answer.reports()));
    }

    private void listOr400(HttpExchange exchange) throws IOException {
        try {
            list(exchange);
        } catch (DateTimeParseException notADate) {
            refuse(exchange, 400, 20001, notADate.getMessage());
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        var wanted = Form.read(exchange.getRequestURI().getRawQuery());
        List<Map<String, Object>> found = standIn.received().stream()
                .filter(sms -> wanted.get("To").isEmpty() || sms.to().equals(wanted.get("To")))
                .filter(sms -> wanted.get("From").isEmpty() || sms.from().equals(wanted.get("From")))
                .filter(sms -> wanted.get("DateSent>").isEmpty() || !sms.at().isBefore(from(wanted.get("DateSent>"))))
                .filter(sms -> wanted.get("DateSent<").isEmpty() || !sms.at().isAfter(from(wanted.get("DateSent<"))))
                .map(this::resource)
                .toList();
        var page = new LinkedHashMap<String, Object>();
        page.put("messages", found);
        page.put("page", 0);
        page.put("page_size", 1000);
        page.put("start", 0);
        page.put("end", Math.max(0, found.size() - 1));
        page.put("uri", messages + ".json");
        page.put("first_page_uri", messages + ".json?Page=0");
        page.put("previous_page_uri", null);
        page.put("next_page_uri", null);
        answer(exchange, 200, page);
    }

    private Map<String, Object> resource(Sms sms) {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("account_sid", accountSid);
        resource.put("api_version", VERSION);
        resource.put("body", sms.body());
        resource.put("date_created", RFC_2822.format(sms.at()));
        resource.put("date_sent", sms.status().equals("queued") ? null : RFC_2822.format(sms.at()));
        resource.put("date_updated", RFC_2822.format(sms.at()));
        resource.put("direction", "outbound-api");
        resource.put("error_code", sms.errorCode());
        resource.put("error_message", null);
        resource.put("from", sms.from().startsWith("MG") ? null : sms.from());
        resource.put("messaging_service_sid", sms.from().startsWith("MG") ? sms.from() : null);
        resource.put("num_media", "0");
        resource.put("num_segments", "1");
        resource.put("price", null);
        resource.put("price_unit", "USD");
        resource.put("sid", sms.sid());
        resource.put("status", sms.status());
        resource.put("to", sms.to());
        resource.put("uri", "%s/%s.json".formatted(messages, sms.sid()));
        return resource;
    }

    private static Instant from(String date) {
        // Twilio's SDK leaves the zone out and means UTC.
        return date.contains("T")
                ? LocalDateTime.parse(date.replaceAll("Z$", "")).toInstant(ZoneOffset.UTC)
                : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void refuse(HttpExchange exchange, int status, int code, String message) throws IOException {
        answer(
                exchange,
                status,
                Map.of(
                        "code", code,
                        "message", message,
                        "more_info", "https://www.twilio.com/docs/errors/" + code,
                        "status", status));
    }

    private void answer(HttpExchange exchange, int status, Map<String, Object> content) throws IOException {
        byte[] bytes = json.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void pause(Answer answer) {
        try {
            Thread.sleep(answer.delay().toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
