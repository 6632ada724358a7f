package org.keizoku.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.local.Answer;
import org.keizoku.local.TwilioStandIn;
import org.keizoku.notice.NodeOnTrial;
import org.keizoku.notice.NoticesOnTrial;
import org.keizoku.notice.Urgency;
import org.keizoku.people.contact.InventedContacts;
import org.springframework.mail.SimpleMailMessage;

/**
 * How fast notices leave, with providers that take 50 ms for each message; addresses come from memory, everything else is as it runs.
 * {@code mvn verify -Pbench}, about seven minutes. Figures are printed and not asserted: they are the machine's.
 */
@Tag("bench")
class NoticeThroughputBench {

    private static final ActivationNumber ACTIVATION = new ActivationNumber("2026-001");
    private static final Duration PER_MESSAGE = Duration.ofMillis(50);
    private static final Duration BUNDLE_WITHIN = Duration.ofSeconds(20);
    private static final int SAMPLE = Integer.getInteger("keizoku.bench.sample", 200);

    private TwilioStandIn sms;
    private SlowMailServer mail;
    private NoticesOnTrial notices;

    @BeforeEach
    void open() throws Exception {
        sms = TwilioStandIn.on(0, NoticesOnTrial.ACCOUNT, NoticesOnTrial.TOKEN);
        mail = new SlowMailServer(PER_MESSAGE);
        notices = new NoticesOnTrial(sms.address(), mail.port(), BUNDLE_WITHIN);
    }

    @AfterEach
    void close() throws Exception {
        mail.close();
        sms.close();
    }

    @Test
    void many_people_are_told_by_sms_and_mail() throws Exception {
        sms.usually(Answer.slow(PER_MESSAGE));
        double plainSms = SAMPLE / seconds(this::plainSms);
        double plainMail = SAMPLE / seconds(this::plainMail);
        System.out.printf(
                "One plain loop, measured with %d: %.1f SMS/s by the provider's library, %.1f mails/s by JavaMailSender.send%n",
                SAMPLE, plainSms, plainMail);
        told(Integer.getInteger("keizoku.bench.people", 1500), 60, plainSms, plainMail);
        told(Integer.getInteger("keizoku.bench.people.many", 10_000), 300, plainSms, plainMail);
    }

    @Test
    void an_idle_node_begins_within_a_second_of_the_commit() throws Exception {
        List<Duration> taken = new ArrayList<>();
        try (NodeOnTrial node = notices.node()) {
            for (int n = 0; n < SAMPLE; n++) {
                Thread.sleep(50 + n % 10 * 10);
                node.plan(List.of(NoticesOnTrial.person(n)), ACTIVATION, "step", Urgency.DECISION, "急ぎ");
                Instant committed = Instant.now();
                await(n + 1);
                taken.add(Duration.between(committed, sms.received().get(n).at()));
            }
        }
        var sorted = taken.stream().sorted().toList();
        Duration p99 = sorted.get(SAMPLE * 99 / 100 - 1);
        System.out.printf(
                "From commit to hand-over on an idle node, in ms: p50 %d, p99 %d, most %d; p99 within 1 s: %s%n",
                sorted.get(SAMPLE / 2).toMillis(),
                p99.toMillis(),
                sorted.get(SAMPLE - 1).toMillis(),
                passed(p99.toMillis() <= 1000));
    }

    private void told(int people, int within, double plainSms, double plainMail) throws Exception {
        notices.jdbc().sql("delete from notice_attempt").update();
        notices.jdbc().sql("delete from notice").update();
        sms.reset();
        sms.usually(Answer.slow(PER_MESSAGE));
        int mailsBefore = mail.mails();
        int linesBefore = mail.lines();
        try (NodeOnTrial node = notices.node()) {
            var persons =
                    IntStream.range(0, people).mapToObj(NoticesOnTrial::person).toList();
            node.plan(persons, ACTIVATION, "call-out", Urgency.ASSEMBLY, "参集してください。");
            double seconds = seconds(this::awaitAll);
            System.out.printf(
                    "%,d people by SMS and mail: %.1f s, over %d lines to the mail server; within %d s: %s. One plain loop (extrapolated): %.0f s%n",
                    people,
                    seconds,
                    mail.lines() - linesBefore,
                    within,
                    passed(seconds <= within),
                    people / plainSms + people / plainMail);
        }
        assertThat(sms.received()).hasSize(people);
        assertThat(mail.mails() - mailsBefore).isEqualTo(people);
    }

    private void awaitAll() throws InterruptedException {
        while (notices.open() > 0) {
            Thread.sleep(100);
        }
    }

    private void await(int messages) throws InterruptedException {
        while (sms.received().size() < messages) {
            Thread.sleep(1);
        }
    }

    private void plainSms() {
        var client = new TwilioRestClient.Builder(NoticesOnTrial.ACCOUNT, NoticesOnTrial.TOKEN)
                .httpClient(notices.http())
                .build();
        for (int n = 0; n < SAMPLE; n++) {
            Message.creator(new PhoneNumber(InventedContacts.mobile(n)), new PhoneNumber("+815000000000"), "参集してください。")
                    .create(client);
        }
    }

    private void plainMail() {
        var server = notices.mailServer();
        for (int n = 0; n < SAMPLE; n++) {
            var mail = new SimpleMailMessage();
            mail.setFrom("bcp@city.example");
            mail.setTo(InventedContacts.address(n));
            mail.setSubject("件名");
            mail.setText("参集してください。");
            server.send(mail);
        }
    }

    private static double seconds(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static String passed(boolean so) {
        return so ? "passed" : "FAILED";
    }

    private interface Work {
        void run() throws Exception;
    }
}
