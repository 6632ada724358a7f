package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.local.Mail;
import org.keizoku.local.MailStandIn;
import org.keizoku.notice.Outcome.Accepted;
import org.keizoku.notice.Outcome.PermanentFailure;
import org.keizoku.notice.Outcome.TemporaryFailure;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailLinesTest {

    private final MailStandIn server = MailStandIn.on(0);
    private final AtomicLong nanos = new AtomicLong();
    private Relay wire;
    private MailChannel<RealMessage> channel;

    @BeforeEach
    void open() throws IOException {
        wire = new Relay(server.port());
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(wire.port());
        sender.getJavaMailProperties().put("mail.smtp.timeout", "2000");
        channel = new MailChannel<>(
                new Side.Real(), sender, new MailSettings("bcp@city.example"), new MailLines(sender, nanos::get));
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        server.close();
    }

    @Test
    void many_mails_leave_over_one_line_each_with_its_own_message_id() {
        for (int n = 0; n < 20; n++) {
            assertThat(send(n, "joho1@city.example")).isInstanceOf(Accepted.class);
        }

        assertThat(wire.opened()).isOne();
        assertThat(server.received())
                .extracting(Mail::messageId)
                .doesNotHaveDuplicates()
                .hasSize(20);
    }

    @Test
    void a_line_that_broke_while_it_was_idle_costs_no_mail_and_leaves_no_doubt() throws IOException {
        send(1, "joho1@city.example");
        wire.cut();

        assertThat(send(2, "joho1@city.example")).isInstanceOf(Accepted.class);
        assertThat(wire.opened()).isEqualTo(2);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void a_line_is_given_back_after_30_seconds_without_a_mail_and_not_before() {
        send(1, "joho1@city.example");
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        channel.rest();
        send(2, "joho1@city.example");
        assertThat(wire.opened()).isOne();

        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        channel.rest();
        send(3, "joho1@city.example");
        assertThat(wire.opened()).isEqualTo(2);
    }

    @Test
    void after_a_hundred_mails_a_line_is_replaced() {
        for (int n = 0; n <= MailLines.MAILS_PER_LINE; n++) {
            send(n, "joho1@city.example");
        }

        assertThat(wire.opened()).isEqualTo(2);
        assertThat(server.received()).hasSize(MailLines.MAILS_PER_LINE + 1);
    }

    @Test
    void a_server_that_is_away_certainly_has_nothing() {
        send(1, "joho1@city.example");
        server.away();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(send(2, "joho1@city.example")).isInstanceOf(TemporaryFailure.class));

        server.back();
        assertThat(send(3, "joho1@city.example")).isInstanceOf(Accepted.class);
    }

    @Test
    void an_address_that_the_library_does_not_take_fails_for_good_and_the_line_stays() {
        send(1, "joho1@city.example");
        assertThat(send(2, "no address")).isInstanceOf(PermanentFailure.class);
        send(3, "joho1@city.example");

        assertThat(wire.opened()).isOne();
    }

    private Outcome send(int notice, String to) {
        return channel.send(new RealMessage(
                notice, null, to, "件名", "本文", Optional.of("<notice-%d@city.example>".formatted(notice))));
    }
}
