package org.keizoku.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Held to Twilio's own SDK: what the SDK reads from the stand-in is what it would read from Twilio. */
class TwilioStandInTest {

    private static final String ACCOUNT = "AC" + "1".repeat(32);
    private static final String TOKEN = "not-a-secret";
    private static final String STAFF = "+819000000001";
    private static final Instant NIGHT = Instant.parse("2026-01-15T17:14:00Z");

    private final TwilioStandIn twilio = TwilioStandIn.on(0, ACCOUNT, TOKEN, Clock.fixed(NIGHT, ZoneOffset.UTC));

    @AfterEach
    void close() {
        twilio.close();
    }

    @Test
    void a_message_is_queued_and_can_be_read_back() {
        var sent = message(STAFF).create(client(TOKEN));

        assertThat(sent.getSid()).matches("SM[0-9a-f]{32}");
        assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(sent.getDateCreated().toInstant()).isEqualTo(NIGHT);
        assertThat(twilio.received()).singleElement().satisfies(sms -> {
            assertThat(sms.to()).isEqualTo(STAFF);
            assertThat(sms.body()).isEqualTo("全員参集 & 回答: 100%");
            assertThat(sms.sid()).isEqualTo(sent.getSid());
        });
        assertThat(Message.fetcher(sent.getSid()).fetch(client(TOKEN)).getTo()).isEqualTo(STAFF);
        assertThatThrownBy(() -> Message.fetcher("SM" + "0".repeat(32)).fetch(client(TOKEN)))
                .satisfies(hasCode(20404));
    }

    @Test
    void messages_are_found_by_number_and_since_when() {
        message(STAFF).create(client(TOKEN));
        message("+819000000002").create(client(TOKEN));
        var since = ZonedDateTime.ofInstant(NIGHT, ZoneOffset.UTC);

        assertThat(Message.reader()
                        .setTo(new PhoneNumber(STAFF))
                        .setDateSentAfter(since.minusMinutes(1))
                        .read(client(TOKEN)))
                .extracting(Message::getTo)
                .containsExactly(STAFF);
        assertThat(Message.reader()
                        .setTo(new PhoneNumber(STAFF))
                        .setDateSentAfter(since.plusMinutes(1))
                        .read(client(TOKEN)))
                .isEmpty();
    }

    @Test
    void a_wrong_number_and_a_wrong_password_are_refused_as_twilio_does() {
        assertThatThrownBy(() -> message("09000000001").create(client(TOKEN))).satisfies(hasCode(21211));
        assertThatThrownBy(() -> message(STAFF).create(client("wrong"))).satisfies(hasCode(20003));
        assertThat(twilio.received()).isEmpty();
    }

    @Test
    void it_fails_once_or_for_one_number_as_told() {
        twilio.next(Answer.failing(429));
        twilio.whenever(STAFF, Answer.failing(400));

        assertThatThrownBy(() -> message("+819000000002").create(client(TOKEN))).satisfies(hasCode(20429));
        message("+819000000002").create(client(TOKEN));
        assertThatThrownBy(() -> message(STAFF).create(client(TOKEN))).satisfies(hasCode(20500));
        assertThat(twilio.received()).hasSize(1);
    }

    @Test
    void a_dropped_connection_and_a_slow_answer_leave_the_message_taken() {
        twilio.next(Answer.dropped(), Answer.slow(Duration.ofMillis(300)));

        assertThatThrownBy(() -> message(STAFF).create(client(TOKEN))).hasMessageContaining("failed to respond");
        assertThat(twilio.receivedBy(STAFF)).hasSize(1);
        long begun = System.nanoTime();
        message(STAFF).create(client(TOKEN));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(290));
        assertThat(twilio.receivedBy(STAFF)).hasSize(2);
    }

    @Test
    void what_became_of_a_message_is_reported_with_twilios_signature() throws Exception {
        BlockingQueue<String> states = new LinkedBlockingQueue<>();
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String url = "http://localhost:" + receiver.getAddress().getPort() + "/sms/status";
        receiver.createContext("/sms/status", exchange -> {
            var fields = Form.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .fields();
            boolean signed = new RequestValidator(TOKEN)
                    .validate(url, fields, exchange.getRequestHeaders().getFirst("X-Twilio-Signature"));
            states.add(fields.get("MessageStatus") + " " + fields.get("ErrorCode") + " " + signed);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            twilio.next(Answer.accepted().thenReporting("sent", "undelivered"));
            var sent = message(STAFF).setStatusCallback(url).create(client(TOKEN));

            assertThat(List.of(states.poll(5, TimeUnit.SECONDS), states.poll(5, TimeUnit.SECONDS)))
                    .containsExactly("sent null true", "undelivered 30003 true");
            assertThat(twilio.report(sent.getSid(), "delivered")).isEqualTo(204);
            assertThat(Message.fetcher(sent.getSid()).fetch(client(TOKEN)).getStatus())
                    .isEqualTo(Message.Status.DELIVERED);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void a_taken_port_is_replaced_by_a_free_one() {
        try (var second = TwilioStandIn.on(twilio.address().getPort(), ACCOUNT, TOKEN)) {
            assertThat(second.address()).isNotEqualTo(twilio.address());
        }
    }

    private static MessageCreator message(String to) {
        return Message.creator(new PhoneNumber(to), new PhoneNumber("+815000000000"), "全員参集 & 回答: 100%");
    }

    private static Consumer<Throwable> hasCode(int code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        ApiException.class, error -> assertThat(error.getCode()).isEqualTo(code));
    }

    /** Twilio's own client, turned to the stand-in's address; without the retries it makes by itself on 429 and lost connections. */
    private TwilioRestClient client(String token) {
        var http = new NetworkHttpClient(HttpClientBuilder.create().disableAutomaticRetries()) {
            @Override
            public Response makeRequest(Request request) {
                String here = request.getUrl()
                        .replace("https://api.twilio.com", twilio.address().toString());
                var turned = new Request(request.getMethod(), here);
                turned.setAuth(ACCOUNT, token);
                if (request.getContentType() != null) {
                    turned.setContentType(request.getContentType());
                }
                request.getPostParams().forEach((name, values) -> values.forEach(v -> turned.addPostParam(name, v)));
                request.getQueryParams().forEach((name, values) -> values.forEach(v -> turned.addQueryParam(name, v)));
                return super.makeRequest(turned);
            }
        };
        return new TwilioRestClient.Builder(ACCOUNT, token).httpClient(http).build();
    }
}
