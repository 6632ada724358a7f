package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keizoku.notice.Outcome.TemporaryFailure;
import org.keizoku.notice.Outcome.Unclear;
import org.keizoku.notice.Trace.AskLater;

class SingleAttemptHttpTest {

    private static final RealMessage MESSAGE = new RealMessage(1, null, "+819000000001", "件名", "本文", Optional.empty());

    @Test
    void a_provider_that_is_not_there_certainly_did_not_get_it() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(channel(port).send(MESSAGE)).isInstanceOf(TemporaryFailure.class);
        assertThat(channel(port).trace(MESSAGE, sid -> false)).isInstanceOf(AskLater.class);
    }

    @Test
    void a_provider_that_says_nothing_for_10_seconds_may_have_it() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(channel(silent.getLocalPort()).send(MESSAGE))
                    .isInstanceOfSatisfying(
                            Unclear.class, unclear -> assertThat(unclear.code()).isIn("timeout", "broken"));
        }
    }

    private static TwilioChannel<RealMessage> channel(int port) {
        return new TwilioChannel<>(
                new Side.Real(),
                new SmsSettings(true, "AC-test", "token-of-the-test", "+815000000000", null),
                "+815000000000",
                new SingleAttemptHttp(Optional.of("http://localhost:" + port), Optional.empty()),
                URI.create("https://bcp.example/callbacks/twilio/status"));
    }
}
