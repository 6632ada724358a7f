package org.keizoku.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** The page on which whoever tries Keizoku plays the staff: every SMS and mail that arrived, newest first, with links to press. */
final class ReceivedPage implements HttpHandler {

    /** Printable ASCII only: a Japanese sentence may go on without a space. */
    private static final Pattern LINK = Pattern.compile("https?://[!-~]+");

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M/d HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));

    private static final Map<String, String> STATES =
            Map.of("queued", "送信待ち", "sent", "送信済み", "delivered", "配達済み", "undelivered", "配達できず", "failed", "失敗");

    private final TwilioStandIn sms;
    private final MailStandIn mail;
    private final Map<String, String> names;

    ReceivedPage(TwilioStandIn sms, MailStandIn mail, Map<String, String> names) {
        this.sms = sms;
        this.mail = mail;
        this.names = names;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestURI().getPath().equals("/");
            byte[] page = (known ? page() : "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(known ? 200 : 404, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
        }
    }

    String page() throws IOException {
        String messages = Stream.concat(
                        sms.received().stream().map(this::entry),
                        mail.received().stream().map(this::entry))
                .sorted(Comparator.comparing(Entry::at).reversed())
                .map(Entry::html)
                .collect(Collectors.joining("\n"));
        return new ClassPathResource("local/received.html")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("{{messages}}", messages.isEmpty() ? "<p>まだ何も届いていません。</p>" : messages);
    }

    private Entry entry(Sms message) {
        String state = STATES.getOrDefault(message.status(), message.status());
        return new Entry(message.at(), "SMS", who(message.to()), state, "", message.body());
    }

    private Entry entry(Mail message) {
        String subject = message.subject() == null ? "" : message.subject();
        return new Entry(message.at(), "メール", who(message.to()), "", subject, message.body());
    }

    private String who(String address) {
        return names.containsKey(address) ? names.get(address) + " " + address : address;
    }

    /** One message on the page. */
    private record Entry(Instant at, String kind, String to, String state, String subject, String body) {

        String html() {
            return """
                    <article><header><b>%s</b> <span>%s</span> <time>%s</time> <i>%s</i></header>%s<p>%s</p></article>"""
                    .formatted(
                            kind,
                            safe(to),
                            WHEN.format(at),
                            state,
                            subject.isEmpty() ? "" : "<h2>" + safe(subject) + "</h2>",
                            LINK.matcher(safe(body))
                                    .replaceAll("<a href=\"$0\" target=\"_blank\" rel=\"noopener\">$0</a>"));
        }

        private static String safe(String text) {
            return HtmlUtils.htmlEscape(text.strip(), "UTF-8");
        }
    }
}
