package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.keizoku.notice.NoticeState.ACCEPTED;
import static org.keizoku.notice.NoticeState.SKIPPED;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.people.contact.Contacts;
import org.keizoku.plan.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class PlanningTest extends NoticeHouse {

    @Autowired
    private Notices notices;

    @Autowired
    private Contacts contacts;

    @Autowired
    private NoticePolicies policies;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void a_person_with_number_and_address_is_told_by_both() throws Exception {
        assertThat(notices.plan(order(BOTH, 0))).isEqualTo(2);
        dispatch();

        assertThat(SMS.taken).singleElement().satisfies(sms -> {
            assertThat(sms).containsEntry("To", "+819000000001").containsEntry("Body", "庁舎が使えません。");
        });
        assertThat(MAIL.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()[0]).hasToString("first@city.example");
            assertThat(mail.getSubject()).isEqualTo("緊急連絡");
            assertThat(mail.getContent().toString()).contains("庁舎が使えません。");
        });
        assertThat(notices.of(activation)).hasSize(2).allMatch(notice -> notice.state() == ACCEPTED);
    }

    @Test
    void the_same_order_twice_tells_once() {
        notices.plan(order(SMS_ONLY, 0));
        assertThat(notices.plan(order(SMS_ONLY, 0))).isZero();
        dispatch();
        assertThat(notices.plan(order(SMS_ONLY, 0))).isZero();
        dispatch();

        assertThat(SMS.posts).hasSize(1);
    }

    @Test
    void the_next_round_tells_again() {
        notices.plan(order(SMS_ONLY, 0));
        assertThat(notices.plan(order(SMS_ONLY, 1))).isOne();
        dispatch();

        assertThat(SMS.posts).hasSize(2);
    }

    @Test
    void what_is_rolled_back_is_not_sent() {
        transaction.executeWithoutResult(rollback -> {
            assertThat(notices.plan(order(BOTH, 0))).isEqualTo(2);
            rollback.setRollbackOnly();
        });
        dispatch();

        assertThat(SMS.posts).isEmpty();
        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(notices.of(activation)).isEmpty();
    }

    @Test
    void nothing_leaves_before_the_commit() {
        transaction.executeWithoutResult(open -> {
            notices.plan(order(SMS_ONLY, 0));
            // another thread ticks, as the dispatcher does
            var tick = new Thread(this::dispatch);
            tick.start();
            join(tick);
            assertThat(SMS.posts).isEmpty();
        });
        dispatch();
        assertThat(SMS.posts).hasSize(1);
    }

    @Test
    void who_has_no_contact_at_all_is_on_the_record_once() {
        assertThat(notices.plan(order(NO_CONTACT, 0))).isZero();
        notices.plan(order(NO_CONTACT, 0));

        assertThat(notices.of(activation)).singleElement().satisfies(notice -> {
            assertThat(notice.state()).isEqualTo(SKIPPED);
            assertThat(notice.channel()).isEmpty();
        });
        assertThat(fittings.facts).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo("notice-no-contact");
            assertThat(fact.told()).contains("joho4");
        });
        assertThat(notices.told(activation)).containsExactly(NO_CONTACT);
    }

    @Test
    void whoever_answered_gets_no_more_of_that_step() {
        notices.plan(order(SMS_ONLY, 0));
        notices.plan(order(BOTH, 0));
        notices.cancelRound(activation, "information", SMS_ONLY);
        dispatch();

        assertThat(SMS.posts).containsExactly("+819000000001");
        assertThat(notices.of(activation))
                .filteredOn(notice -> notice.person().equals(SMS_ONLY))
                .extracting(NoticeView::state)
                .containsExactly(SKIPPED);
    }

    @Test
    void the_most_urgent_goes_first() {
        for (var urgency : List.of(Urgency.REPORT, Urgency.ASSEMBLY, Urgency.DECISION)) {
            notices.plan(new NoticeOrder(
                    activation, urgency.name(), 0, SMS_ONLY, urgency, "件名", urgency.name(), Optional.empty()));
        }
        var first = transaction.execute(begin -> leases.begin(sms(), 1));

        assertThat(first).extracting(HandOver::urgency).containsExactly(Urgency.DECISION);
    }

    @Test
    void a_running_dispatcher_hands_over_by_itself_stops_when_told_and_goes_on_when_started_again() {
        var running = dispatcher(settings, leases);
        running.start();
        notices.plan(order(SMS_ONLY, 0));

        allLeave();
        assertThat(heartbeats()).isOne();
        running.stop();
        assertThat(running.isRunning()).isFalse();
        assertThat(heartbeats()).as("an end that was wished for is no silence").isZero();
        notices.plan(order(SMS_ONLY, 1));
        assertThat(running.busy()).isEmpty();
        assertThat(SMS.posts).hasSize(1);

        running.start();
        allLeave();
        running.stop();
        assertThat(SMS.posts).hasSize(2);
    }

    @Test
    void the_meters_count_by_state_and_say_how_long_the_oldest_waits() {
        var meters = new SimpleMeterRegistry();
        new NoticeMeters(jdbc, clock).bindTo(meters);
        assertThat(meters.get("keizoku.notices.oldest.planned").gauge().value()).isZero();

        notices.plan(order(BOTH, 0));
        passes(Duration.ofSeconds(90));

        assertThat(meters.get("keizoku.notices").tag("state", "planned").gauge().value())
                .isEqualTo(2);
        assertThat(meters.get("keizoku.notices.oldest.planned").gauge().value()).isEqualTo(90);
    }

    @Test
    void with_sms_off_mail_still_goes_and_who_has_only_a_number_is_on_the_record() {
        var mailOnly = only(MailChannel.class);

        assertThat(mailOnly.plan(order(BOTH, 0))).isOne();
        assertThat(mailOnly.plan(order(SMS_ONLY, 0))).isZero();
        dispatch();

        assertThat(SMS.posts).isEmpty();
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(fittings.facts).extracting(Fact::kind).containsExactly("notice-no-contact");
    }

    private int heartbeats() {
        return jdbc.sql("select count(*) from dispatcher_heartbeat")
                .query(Integer.class)
                .single();
    }

    @Test
    void with_mail_off_sms_still_goes_and_who_has_only_an_address_is_on_the_record() throws Exception {
        var smsOnly = only(TwilioChannel.class);

        assertThat(smsOnly.plan(order(BOTH, 0))).isOne();
        assertThat(smsOnly.plan(order(MAIL_ONLY, 0))).isZero();
        dispatch();

        assertThat(SMS.posts).hasSize(1);
        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(fittings.facts).extracting(Fact::kind).containsExactly("notice-no-contact");
    }

    /** Notices as they are where only one channel is switched on. */
    private Notices only(Class<?> channel) {
        return new Notices(
                jdbc,
                contacts,
                new Channels(List.of(channel(channel))),
                policies,
                clock,
                new NoticeRecord(clock, events),
                events);
    }

    private NoticeOrder order(PersonId to, int round) {
        return new NoticeOrder(
                activation, "information", round, to, Urgency.INFORMATION, "緊急連絡", "庁舎が使えません。", Optional.empty());
    }

    private void allLeave() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(notices.of(activation))
                .extracting(NoticeView::state)
                .containsOnly(ACCEPTED));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
