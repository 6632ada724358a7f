package org.keizoku.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.local.Mail;
import org.keizoku.local.MailStandIn;
import org.keizoku.notice.MailSettings;
import org.keizoku.testing.HandMovedClock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class HeadMailsTest {

    private static final String AUDITOR = "kansa@pref.example";
    private static final String OFFICE = "bunsho@city.example";
    private static final Duration EVERY = Duration.ofHours(24);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(HeadMails.class);
    private final HandMovedClock watch = new HandMovedClock(LedgerOnTrial.NIGHT);
    private MailStandIn outside;

    @BeforeEach
    void open() {
        outside = MailStandIn.on(0);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        outside.close();
        logger.detachAppender(log);
    }

    @Test
    void the_first_look_after_a_start_mails_to_each_and_then_the_interval_counts() {
        var mails = mails(outside.port(), AUDITOR, OFFICE);
        mails.tell(seal(1));
        mails.tell(seal(2));
        assertThat(outside.received()).extracting(Mail::to).containsExactlyInAnyOrder(AUDITOR, OFFICE);

        watch.passes(EVERY.minusMinutes(1));
        mails.tell(seal(3));
        assertThat(outside.received()).hasSize(2);

        watch.passes(Duration.ofMinutes(1));
        mails.tell(seal(4));
        assertThat(subjects(AUDITOR)).containsExactly("【継続】記録台帳の封印 1", "【継続】記録台帳の封印 4");
    }

    @Test
    void a_day_without_a_new_seal_is_told_too() {
        var mails = mails(outside.port(), AUDITOR);
        mails.tell(seal(1));
        watch.passes(EVERY);
        mails.tell(seal(1));

        assertThat(outside.received()).hasSize(2);
    }

    @Test
    void a_clock_that_was_set_back_does_not_silence_it() {
        var mails = mails(outside.port(), AUDITOR);
        mails.tell(seal(1));
        watch.passes(EVERY.negated());
        mails.tell(seal(2));

        assertThat(outside.received()).hasSize(2);
    }

    @Test
    void the_mail_says_how_to_compare_and_bears_the_signature() {
        mails(outside.port(), AUDITOR).tell(seal(7));

        var mail = outside.received().get(0);
        assertThat(mail.from()).isEqualTo("bcp@city.example");
        assertThat(mail.body())
                .contains(
                        "audit verify --key %s --head 7=%s"
                                .formatted(
                                        SealersOnTrial.keyId(1),
                                        Hash.hex(seal(7).head().hash())),
                        "signature: " + Hash.hex(seal(7).signature()));
    }

    @Test
    void a_server_that_is_away_is_logged_once_counted_each_time_and_the_newest_head_goes_when_it_is_back() {
        var mails = mails(outside.port(), AUDITOR);
        outside.away();
        mails.tell(seal(1));
        mails.tell(seal(2));

        assertThat(failures()).isEqualTo(2);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("could not be mailed")
                .doesNotContain(AUDITOR);

        outside.back();
        mails.tell(seal(3));
        mails.tell(seal(4));
        assertThat(subjects(AUDITOR)).containsExactly("【継続】記録台帳の封印 3");
    }

    @Test
    void who_is_refused_takes_nothing_from_the_others() throws IOException {
        try (var refusing = new RefusingMailServer(OFFICE)) {
            var mails = mails(refusing.port(), OFFICE, AUDITOR);
            mails.tell(seal(1));
            mails.tell(seal(2));

            assertThat(refusing.taken()).containsExactly(AUDITOR);
            assertThat(failures()).isEqualTo(2);
        }
    }

    @Test
    void a_server_that_hangs_is_given_up_and_counted() throws IOException {
        try (var hanging = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            mails(hanging.getLocalPort(), AUDITOR).tell(seal(1));

            assertThat(failures()).isEqualTo(1);
        }
    }

    @Test
    void addresses_without_a_mail_server_stop_the_start() {
        var none = new StaticListableBeanFactory().getBeanProvider(JavaMailSenderImpl.class);

        assertThatThrownBy(() -> new HeadMails(settings(AUDITOR), new MailSettings(null), none, watch))
                .hasMessageContaining("spring.mail.host");
        assertThat(new HeadMails(settings(), new MailSettings(null), none, watch).isWanted())
                .isFalse();
    }

    @Test
    void what_is_no_plain_address_or_comes_each_second_stops_the_start() {
        assertThat(settings(AUDITOR).isHeadsMailUsable()).isTrue();
        assertThat(settings("監査 <kansa@pref.example>").isHeadsMailUsable()).isFalse();
        assertThat(new SealSettings(
                                true, 1, Duration.ofMinutes(10), true, null, List.of(AUDITOR), Duration.ofSeconds(59))
                        .isHeadsMailEveryUsable())
                .isFalse();
    }

    private HeadMails mails(int port, String... addresses) {
        var server = new JavaMailSenderImpl();
        server.setHost("localhost");
        server.setPort(port);
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            server.getJavaMailProperties().put("mail.smtp." + wait, "1000");
        }
        var beans = new StaticListableBeanFactory();
        beans.addBean("mailSender", server);
        var mails = new HeadMails(
                settings(addresses),
                new MailSettings("bcp@city.example"),
                beans.getBeanProvider(JavaMailSenderImpl.class),
                watch);
        mails.bindTo(meters);
        return mails;
    }

    private static SealSettings settings(String... addresses) {
        return new SealSettings(true, 1, Duration.ofMinutes(10), true, null, List.of(addresses), EVERY);
    }

    private List<String> subjects(String address) {
        return outside.receivedBy(address).stream().map(Mail::subject).toList();
    }

    private double failures() {
        return meters.get("keizoku.ledger.heads.mail.failed").functionCounter().count();
    }

    private static Seal seal(long no) {
        var key = SealersOnTrial.keyId(1);
        var head = new Head(no, no, no, 1, new byte[32], new byte[32], LedgerOnTrial.NIGHT, key);
        return new Seal(head, SealersOnTrial.signed(1, head), new byte[40]);
    }
}
