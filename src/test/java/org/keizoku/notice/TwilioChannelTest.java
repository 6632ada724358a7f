package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keizoku.local.Answer;
import org.keizoku.local.Sms;
import org.keizoku.local.TwilioStandIn;
import org.keizoku.notice.Outcome.Accepted;
import org.keizoku.notice.Outcome.TemporaryFailure;
import org.keizoku.notice.Outcome.Unclear;
import org.keizoku.notice.Trace.Absent;
import org.keizoku.notice.Trace.Found;

class TwilioChannelTest {

    private static final String ACCOUNT = "AC" + "1".repeat(32);
    private static final RealMessage MESSAGE =
            new RealMessage(1, null, "+819000000001", "件名", "安否を知らせてください。\nhttps://bcp.example/a/x", Optional.empty());

    private final TwilioStandIn provider = TwilioStandIn.on(0, ACCOUNT, "token-of-the-test");
    private final TwilioChannel<RealMessage> channel = channel("token-of-the-test");

    @AfterEach
    void hangUp() {
        provider.close();
    }

    @Test
    void a_message_arrives_with_its_words_and_is_found_again() {
        var accepted = (Accepted) channel.send(MESSAGE);

        assertThat(provider.receivedBy("+819000000001")).extracting(Sms::body).containsExactly(MESSAGE.text());
        assertThat(channel.trace(MESSAGE, sid -> false)).isEqualTo(new Found(accepted.providerId()));
        assertThat(channel.trace(MESSAGE, accepted.providerId()::equals)).isInstanceOf(Absent.class);
    }

    @Test
    void what_was_taken_though_the_connection_dropped_is_found() {
        provider.next(Answer.dropped().butKept());

        assertThat(channel.send(MESSAGE)).isInstanceOf(Unclear.class);
        assertThat(provider.received()).hasSize(1);
        assertThat(channel.trace(MESSAGE, sid -> false)).isInstanceOf(Found.class);
    }

    @Test
    void a_500_is_posted_once_and_leaves_nothing_behind() {
        provider.next(Answer.failing(500));

        assertThat(channel.send(MESSAGE)).isInstanceOf(Unclear.class);
        assertThat(provider.received()).isEmpty();
        assertThat(channel.trace(MESSAGE, sid -> false)).isInstanceOf(Absent.class);
    }

    @Test
    void our_wrong_password_is_no_fault_of_the_message() {
        assertThat(channel("wrong").send(MESSAGE)).isInstanceOf(TemporaryFailure.class);
    }

    private TwilioChannel<RealMessage> channel(String token) {
        return new TwilioChannel<>(
                new Side.Real(),
                new SmsSettings(true, ACCOUNT, token, "+815000000000", null),
                "+815000000000",
                new SingleAttemptHttp(Optional.of(provider.address().toString()), Optional.empty()),
                URI.create("https://bcp.example/callbacks/twilio/status"));
    }
}
