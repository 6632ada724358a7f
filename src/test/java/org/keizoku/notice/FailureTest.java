package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.keizoku.notice.NoticeState.ACCEPTED;
import static org.keizoku.notice.NoticeState.FAILED;
import static org.keizoku.notice.NoticeState.HANDING_OVER;
import static org.keizoku.notice.NoticeState.PLANNED;
import static org.keizoku.notice.NoticeState.UNKNOWN;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.plan.PersonId;
import org.springframework.beans.factory.annotation.Autowired;

class FailureTest extends NoticeHouse {

    private static final String WORDS = "庁舎が使えません。";

    @Autowired
    private Notices notices;

    @Test
    void an_overloaded_provider_is_tried_again_after_5_and_15_seconds_and_not_before() {
        SMS.refuseNext(503, 20503);
        SMS.refuseNext(429, 20429);
        plan(SMS_ONLY);
        dispatch();
        assertThat(only().state()).isEqualTo(PLANNED);

        passes(Duration.ofSeconds(4));
        dispatch();
        assertThat(SMS.posts).hasSize(1);
        passes(Duration.ofSeconds(1));
        dispatch();
        assertThat(SMS.posts).hasSize(2);

        passes(Duration.ofSeconds(14));
        dispatch();
        assertThat(SMS.posts).hasSize(2);
        passes(Duration.ofSeconds(1));
        dispatch();
        assertThat(SMS.posts).hasSize(3);
        assertThat(only().state()).isEqualTo(ACCEPTED);
        assertThat(fittings.ways)
                .as("the first failure counts, the second is with the notice")
                .extracting(Fact::kind)
                .containsExactly("notice-planned", "notice-postponed", "notice-handed-over");
        assertThat(fittings.ways.get(1).told()).contains("{joho2}", "503", "もう一度試します");
    }

    @Test
    void a_provider_that_asks_for_a_minute_of_quiet_hears_of_nobody_for_a_minute() {
        SMS.askForQuiet(60);
        plan(SMS_ONLY);
        dispatch();
        plan(BOTH);
        dispatch();
        passes(Duration.ofSeconds(59));
        dispatch();
        assertThat(SMS.posts).containsExactly("+819000000002");
        assertThat(MAIL.getReceivedMessages())
                .as("the mail server asked for nothing")
                .hasSize(1);

        passes(Duration.ofSeconds(1));
        dispatch();
        assertThat(SMS.taken).hasSize(2);
        assertThat(notices.of(activation)).extracting(NoticeView::state).containsOnly(ACCEPTED);
    }

    @Test
    void a_500_is_not_posted_again_by_the_library_and_goes_again_after_5_seconds() {
        SMS.refuseNext(500, 20500);
        plan(SMS_ONLY);
        dispatch();
        assertThat(SMS.posts).hasSize(1);

        passes(Duration.ofSeconds(5));
        dispatch();
        assertThat(SMS.posts).hasSize(2);
        assertThat(only().state()).isEqualTo(ACCEPTED);
    }

    @Test
    void a_500_though_the_provider_took_it_does_not_go_twice() {
        SMS.takeNextButAnswer(500);
        plan(SMS_ONLY);
        dispatch();
        assertThat(only().state()).isEqualTo(UNKNOWN);

        passes(Duration.ofSeconds(5));
        dispatch();
        assertThat(only().state()).isEqualTo(ACCEPTED);
        assertThat(SMS.posts).hasSize(1);
    }

    @Test
    void a_wrong_number_fails_at_once_on_the_record_without_the_number() {
        SMS.refuseNext(400, 21211);
        plan(SMS_ONLY);
        dispatch();
        passes(Duration.ofHours(1));
        dispatch();

        assertThat(SMS.posts).hasSize(1);
        assertThat(only().state()).isEqualTo(FAILED);
        assertThat(only().lastError()).contains("21211").doesNotContain("8190");
        assertThat(fittings.facts).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo("notice-failed");
            assertThat(fact.told()).contains("joho2", "21211").doesNotContain("8190");
        });
    }

    @Test
    void a_wrong_password_of_ours_fails_no_notice() {
        SMS.refuseNext(401, 20003);
        plan(SMS_ONLY);
        dispatch();

        assertThat(only().state()).isEqualTo(PLANNED);
    }

    @Test
    void after_24_hours_it_is_given_up_on_the_record() {
        for (int n = 0; n < 200; n++) {
            SMS.refuseNext(503, 20503);
        }
        plan(SMS_ONLY);
        for (int n = 0; n < 120 && only().state() == PLANNED; n++) {
            dispatch();
            passes(Duration.ofSeconds(900));
        }

        assertThat(only().state()).isEqualTo(FAILED);
        assertThat(only().attempts()).isBetween(95, 100);
        assertThat(fittings.facts).extracting(Fact::kind).containsExactly("notice-failed");
    }

    @Test
    void one_slow_recipient_holds_up_nobody_else() {
        var slowness = SMS.slowFor("+819000000002");
        plan(SMS_ONLY);
        dispatcher.tick();
        plan(BOTH);
        dispatcher.tick();

        await().untilAsserted(() ->
                assertThat(SMS.taken).extracting(sms -> sms.get("To")).containsExactly("+819000000001"));
        await().untilAsserted(() -> assertThat(notices.of(activation))
                .filteredOn(n -> n.state() == ACCEPTED)
                .hasSize(2));
        slowness.countDown();
        dispatch();
        assertThat(notices.of(activation)).extracting(NoticeView::state).containsOnly(ACCEPTED);
    }

    @Test
    void after_a_crash_an_sms_that_the_provider_has_does_not_go_again() {
        plan(SMS_ONLY);
        crashDuringHandOver(sms());
        SMS.has("+819000000002", WORDS);

        passes(Leases.LEASE);
        dispatch();
        assertThat(only().state()).isEqualTo(ACCEPTED);
        assertThat(SMS.posts).isEmpty();
    }

    @Test
    void after_a_crash_an_sms_that_the_provider_never_got_goes() {
        plan(SMS_ONLY);
        crashDuringHandOver(sms());

        passes(Leases.LEASE.minusSeconds(1));
        dispatch();
        assertThat(only().state()).isEqualTo(HANDING_OVER);
        passes(Duration.ofSeconds(1));
        dispatch();
        assertThat(only().state()).isEqualTo(ACCEPTED);
        assertThat(SMS.posts).hasSize(1);
        assertThat(only().possiblyDouble()).isFalse();
    }

    @Test
    void the_same_words_of_an_earlier_notice_are_not_taken_for_this_one() {
        plan(SMS_ONLY);
        dispatch();
        notices.plan(order(SMS_ONLY, 1));
        crashDuringHandOver(sms());

        passes(Leases.LEASE);
        dispatch();
        assertThat(SMS.posts).hasSize(2);
        assertThat(notices.of(activation)).extracting(NoticeView::state).containsOnly(ACCEPTED);
    }

    @Test
    void after_a_crash_a_mail_goes_again_under_the_same_message_id_and_says_so() throws Exception {
        plan(MAIL_ONLY);
        var lost = crashDuringHandOver(channel(MailChannel.class));

        passes(Leases.LEASE);
        dispatch();
        assertThat(only().state()).isEqualTo(ACCEPTED);
        assertThat(only().possiblyDouble()).isTrue();
        assertThat(MAIL.getReceivedMessages()).singleElement().satisfies(mail -> assertThat(
                        mail.getHeader("Message-ID"))
                .containsExactly(lost.messageId().orElseThrow()));
        assertThat(lost.messageId()).contains("<notice-%d@city.example>".formatted(only().id()));
        assertThat(fittings.facts).extracting(Fact::kind).containsExactly("notice-possibly-double");
    }

    @Test
    void a_single_node_takes_over_at_start_without_waiting() {
        plan(SMS_ONLY);
        crashDuringHandOver(sms());
        dispatcher.takeOverWhatWasLeftOpen();
        dispatch();

        assertThat(only().state()).isEqualTo(ACCEPTED);
    }

    @Test
    void who_answers_while_the_end_is_unknown_is_not_told_again() {
        plan(SMS_ONLY);
        crashDuringHandOver(sms());
        notices.cancelRound(activation, "information", SMS_ONLY);
        passes(Leases.LEASE);
        dispatch();

        assertThat(SMS.posts).isEmpty();
        assertThat(only().state()).isEqualTo(NoticeState.SKIPPED);
    }

    @Test
    void every_attempt_is_kept() {
        SMS.refuseNext(503, 20503);
        plan(SMS_ONLY);
        dispatch();
        passes(Duration.ofSeconds(5));
        dispatch();

        var outcomes = jdbc.sql("select outcome from notice_attempt where notice_id = :id order by n")
                .param("id", only().id())
                .query(String.class)
                .list();
        assertThat(outcomes).containsExactly("POSTPONED", "ACCEPTED");
    }

    /** Another process took it in hand, and died before it could write down what came of it. */
    private HandOver crashDuringHandOver(Channel<?> channel) {
        var begun = transaction.execute(begin -> leases.begin(channel, 1));
        jdbc.sql("update notice set leased_by = 'an earlier start' where id = :id")
                .param("id", begun.get(0).notice())
                .update();
        return begun.get(0);
    }

    private NoticeView only() {
        var all = notices.of(activation);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private void plan(PersonId to) {
        notices.plan(order(to, 0));
    }

    private NoticeOrder order(PersonId to, int round) {
        return new NoticeOrder(
                activation, "information", round, to, Urgency.INFORMATION, "緊急連絡", WORDS, Optional.empty());
    }
}
