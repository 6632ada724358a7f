package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.people.contact.Contact;
import org.keizoku.people.contact.ContactChannel;
import org.keizoku.plan.PersonId;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever becomes of notices, the log names persons by their ids only. */
class NoAddressInLogsTest extends NoticeHouse {

    @Autowired
    private Notices notices;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private FollowUp followUp;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = logger(Logger.ROOT_LOGGER_NAME);
    private final Logger keizoku = logger("org.keizoku");

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        keizoku.setLevel(null);
        root.detachAppender(log);
    }

    @Test
    void the_log_has_no_number_and_no_address() {
        keizoku.setLevel(Level.TRACE);
        // The provider's words for each refusal name the number.
        SMS.refuseNext(400, 21211);
        SMS.refuseNext(503, 20503);
        plan(activation, SMS_ONLY);
        plan(activation, BOTH);
        plan(drill, BOTH);
        plan(drill, MAIL_ONLY);
        dispatch();
        passes(Duration.ofSeconds(5));
        dispatch();
        jdbc.sql("select provider_id from notice where provider_id like 'SM%'")
                .query(String.class)
                .list()
                .forEach(id -> deliveries.reported(id, "undelivered", "30003"));
        followUp.look();
        dispatch();

        assertThat(lines()).contains("notice ", "FAILED", "UNDELIVERED", "ACCEPTED");
        assertThat(lines()).doesNotContain("+81", "81900000000", "@city.example");
    }

    @Test
    void nothing_that_holds_an_address_prints_it() {
        var way = new Contact(ContactChannel.SMS, "+819000000001", 0);
        var admitted = new DrillRecipients(Set.of("*")).admit(BOTH, way).orElseThrow();

        assertThat(List.of(
                        way,
                        admitted,
                        new RealMessage(1, activation, way.address(), "件名", "本文", Optional.empty()),
                        new DrillMessage(1, drill, admitted, "件名", "本文", Optional.empty()),
                        new DrillSettings(null, null, Set.of(way.address()))))
                .extracting(Object::toString)
                .noneMatch(printed -> printed.contains("8190") || printed.contains("本文"));
    }

    /** Every line, with the stack traces of what was thrown. */
    private String lines() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private void plan(ActivationNumber number, PersonId to) {
        notices.plan(new NoticeOrder(
                number, "information", 0, to, Urgency.INFORMATION, "緊急連絡", "庁舎が使えません。", Optional.empty()));
    }
}
