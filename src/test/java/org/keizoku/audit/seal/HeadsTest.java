package org.keizoku.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.audit.LedgerOnTrial;
import org.slf4j.LoggerFactory;

class HeadsTest {

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Heads.class);
    private HttpServer outside;
    private volatile int status = 204;

    @BeforeEach
    void open() throws IOException {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/heads", exchange -> {
            received.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        outside.start();
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        outside.stop(0);
        logger.detachAppender(log);
    }

    @Test
    void each_newest_head_is_told_once_with_its_signature() {
        var heads =
                heads("http://localhost:%d/heads".formatted(outside.getAddress().getPort()));
        heads.tell(seal(1));
        heads.tell(seal(1));
        heads.tell(seal(2));

        assertThat(received).extracting(said -> said.get("no").asLong()).containsExactly(1L, 2L);
        var said = received.get(1);
        assertThat(said.get("hash").asText()).isEqualTo(Hash.hex(seal(2).head().hash()));
        assertThat(new VerifyingKey(SealersOnTrial.publicKey(1))
                        .signed(
                                seal(2).head().bytes(),
                                HexFormat.of().parseHex(said.get("signature").asText())))
                .isTrue();
        assertThat(failures()).isZero();
    }

    @Test
    void a_failure_is_logged_once_counted_each_time_and_tried_again_once_a_minute() {
        status = 503;
        var heads =
                heads("http://localhost:%d/heads".formatted(outside.getAddress().getPort()));
        IntStream.range(0, 24).forEach(look -> heads.tell(seal(1)));

        assertThat(received).hasSize(2);
        assertThat(failures()).isEqualTo(2);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .endsWith("answered 503");

        status = 204;
        IntStream.range(0, 12).forEach(look -> heads.tell(seal(1)));
        assertThat(received).hasSize(3);
        IntStream.range(0, 12).forEach(look -> heads.tell(seal(1)));
        assertThat(received).hasSize(3);
    }

    @Test
    void an_address_where_nobody_listens_is_a_failure_like_another() {
        outside.stop(0);
        var heads =
                heads("http://localhost:%d/heads".formatted(outside.getAddress().getPort()));
        heads.tell(seal(1));

        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void without_an_address_nothing_is_told() {
        var heads = heads(null);
        heads.tell(seal(1));

        assertThat(received).isEmpty();
        assertThat(failures()).isZero();
    }

    private Heads heads(String url) {
        var settings = new SealSettings(
                true,
                1,
                Duration.ofMinutes(10),
                true,
                url == null ? null : URI.create(url),
                List.of(),
                Duration.ofDays(1));
        var heads = new Heads(settings, new ObjectMapper());
        heads.bindTo(meters);
        return heads;
    }

    private double failures() {
        return meters.get("keizoku.ledger.heads.failed").functionCounter().count();
    }

    private static Seal seal(long no) {
        var key = SealersOnTrial.keyId(1);
        var head = new Head(no, no, no, 1, new byte[32], new byte[32], LedgerOnTrial.NIGHT, key);
        return new Seal(head, SealersOnTrial.signed(1, head), new byte[40]);
    }
}
