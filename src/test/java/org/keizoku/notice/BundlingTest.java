package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.notice.NoticeState.ACCEPTED;
import static org.keizoku.notice.NoticeState.ANSWERED;
import static org.keizoku.notice.NoticeState.DELIVERED;
import static org.keizoku.notice.NoticeState.HANDING_OVER;
import static org.keizoku.notice.NoticeState.PLANNED;
import static org.keizoku.notice.NoticeState.SKIPPED;
import static org.keizoku.notice.NoticeState.UNDELIVERED;
import static org.keizoku.notice.NoticeState.UNKNOWN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.plan.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Several notices to one person within 20 seconds leave as one message; each of them stays a notice with its own state. */
class BundlingTest extends NoticeHouse {

    private static final String NUMBER = "+819000000002";

    @Autowired
    private Notices notices;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private Leases bundling;

    @BeforeEach
    void a_dispatcher_that_bundles() {
        var settings = new NoticeSettings(false, true, Duration.ofMinutes(10), 0, 0, Duration.ofSeconds(20));
        bundling = (Leases) beans.initializeBean(
                new Leases(jdbc, clock, node, settings, new Bundles(jdbc, settings)), "bundlingLeases");
        dispatcher = dispatcher(settings, bundling);
        // Other tests sent to the same number in the same minutes of the same night.
        jdbc.sql("update notice set handed_at = null").update();
    }

    @Test
    void the_first_leaves_at_once_and_those_after_it_together_20_seconds_later() {
        plan(SMS_ONLY, "first", Urgency.INFORMATION);
        dispatch();
        assertThat(sentTexts()).containsExactly("first");

        plan(SMS_ONLY, "second", Urgency.REPORT);
        plan(SMS_ONLY, "third", Urgency.ESCALATION);
        passes(Duration.ofMillis(19_999));
        dispatch();
        assertThat(SMS.posts).hasSize(1);

        passes(Duration.ofMillis(1));
        dispatch();
        assertThat(sentTexts()).containsExactly("third\nsecond", "first");
        assertThat(states()).containsOnly(ACCEPTED);
    }

    @Test
    void a_mail_says_how_many_it_carries_and_each_by_its_subject() throws Exception {
        planAll(MAIL_ONLY, "one", "two", "three");
        dispatch();

        assertThat(MAIL.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("件名one ほか2件");
            assertThat(mail.getContent().toString().replace("\r", "").strip())
                    .isEqualTo("■ 件名one\none\n\n■ 件名two\ntwo\n\n■ 件名three\nthree");
        });
    }

    @Test
    void a_decision_stands_alone_and_waits_for_nothing() {
        planAll(SMS_ONLY, "one", "two");
        plan(SMS_ONLY, "decide", Urgency.DECISION);
        plan(SMS_ONLY, "decide too", Urgency.DECISION);
        dispatch();
        assertThat(sentTexts()).containsExactlyInAnyOrder("decide", "decide too", "one\ntwo");

        plan(SMS_ONLY, "decide again", Urgency.DECISION);
        dispatch();
        assertThat(sentTexts()).contains("decide again");
    }

    @Test
    void a_call_waits_for_nothing() {
        plan(SMS_ONLY, "first", Urgency.INFORMATION);
        dispatch();
        plan(SMS_ONLY, "come", Urgency.ASSEMBLY);
        dispatch();

        assertThat(sentTexts()).containsExactly("come", "first");
    }

    @Test
    void other_people_and_other_activations_are_other_messages() {
        planAll(SMS_ONLY, "one");
        planAll(BOTH, "one");
        notices.plan(new NoticeOrder(
                null, "about-the-plan", number(), SMS_ONLY, Urgency.INFORMATION, "計画", "plan", Optional.empty()));
        dispatch();
        passes(Duration.ofSeconds(20));
        dispatch();

        assertThat(sentTexts()).containsExactlyInAnyOrder("one", "one", "plan");
    }

    @Test
    void no_message_has_more_than_ten_parts_of_an_sms() {
        String half = "あ".repeat(300);
        planAll(SMS_ONLY, half + 1, half + 2, half + 3);
        dispatch();

        assertThat(sentTexts()).containsExactlyInAnyOrder(half + 1 + "\n" + half + 2, half + 3);
    }

    @Test
    void what_is_reported_of_the_message_is_true_of_all_that_it_carried() {
        planAll(SMS_ONLY, "one", "two");
        dispatch();
        deliveries.reported(SMS.taken.get(0).get("sid"), "delivered", null);
        assertThat(states()).containsOnly(DELIVERED);

        deliveries.reported(SMS.taken.get(0).get("sid"), "undelivered", "30003");
        assertThat(states()).containsOnly(UNDELIVERED);
    }

    @Test
    void an_answer_to_one_of_them_answers_that_one() {
        planAll(SMS_ONLY, "one", "two");
        dispatch();
        notices.cancelRound(activation, "two", SMS_ONLY);
        deliveries.reported(SMS.taken.get(0).get("sid"), "delivered", null);

        assertThat(states()).containsExactly(DELIVERED, ANSWERED);
    }

    @Test
    void after_a_crash_the_provider_is_asked_for_the_whole_message_and_it_does_not_go_again() {
        planAll(SMS_ONLY, "one", "two");
        crash(sms());
        SMS.has(NUMBER, "one\ntwo");

        passes(Leases.LEASE);
        dispatch();
        assertThat(SMS.posts).isEmpty();
        assertThat(states()).containsOnly(ACCEPTED);
    }

    @Test
    void after_a_crash_a_message_is_looked_into_whole_though_a_part_of_it_was_kept_a_little_longer() {
        planAll(SMS_ONLY, "one", "two");
        crash(sms());
        SMS.has(NUMBER, "one\ntwo");
        jdbc.sql("update notice set lease_until = lease_until + interval '1 second' where bundle_id is not null")
                .update();

        passes(Leases.LEASE);
        dispatch();
        assertThat(states()).containsOnly(HANDING_OVER);
        passes(Duration.ofSeconds(1));
        dispatch();
        assertThat(SMS.posts).isEmpty();
        assertThat(states()).containsOnly(ACCEPTED);
    }

    @Test
    void after_a_crash_a_message_of_which_a_part_is_just_being_answered_is_looked_into_whole_at_the_next_look() {
        planAll(SMS_ONLY, "one", "two");
        crash(sms());
        passes(Leases.LEASE);

        transaction.executeWithoutResult(answering -> {
            notices.cancelRound(activation, "two", SMS_ONLY);
            assertThat(CompletableFuture.supplyAsync(bundling::giveUpLeases)
                            .orTimeout(60, TimeUnit.SECONDS)
                            .join())
                    .isZero();
        });
        assertThat(bundling.giveUpLeases()).isEqualTo(2);
    }

    @Test
    void after_a_crash_a_message_that_never_left_leaves_as_it_was_whatever_came_meanwhile() {
        planAll(SMS_ONLY, "one", "two");
        crash(sms());
        passes(Leases.LEASE.minusSeconds(1));
        planAll(SMS_ONLY, "three");
        dispatch();
        assertThat(sentTexts()).as("the crashed one holds up nobody").containsExactly("three");

        passes(Duration.ofSeconds(1));
        dispatch();
        assertThat(sentTexts()).containsExactly("one\ntwo", "three");
        assertThat(states()).containsOnly(ACCEPTED);
    }

    @Test
    void after_a_crash_a_mail_goes_again_whole_under_its_name_and_each_notice_says_so() throws Exception {
        planAll(MAIL_ONLY, "one", "two");
        var lost = crash(channel(MailChannel.class));

        passes(Leases.LEASE);
        dispatch();
        assertThat(MAIL.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getHeader("Message-ID"))
                    .containsExactly(lost.messageId().orElseThrow());
            assertThat(mail.getSubject()).isEqualTo("件名one ほか1件");
        });
        assertThat(notices.of(activation)).allMatch(NoticeView::possiblyDouble);
        assertThat(fittings.facts)
                .extracting(Fact::kind)
                .containsExactly("notice-possibly-double", "notice-possibly-double");
    }

    @Test
    void a_message_that_is_put_off_is_tried_again_whole() {
        SMS.refuseNext(503, 20503);
        planAll(SMS_ONLY, "one", "two");
        dispatch();
        assertThat(states()).containsOnly(PLANNED);

        passes(Duration.ofSeconds(5));
        dispatch();
        assertThat(sentTexts()).containsExactly("one\ntwo");
        assertThat(notices.of(activation)).extracting(NoticeView::attempts).containsOnly(2);
    }

    @Test
    void where_the_one_that_names_the_message_is_not_needed_any_more_the_others_still_go() {
        SMS.refuseNext(503, 20503);
        planAll(SMS_ONLY, "one", "two", "three");
        dispatch();
        notices.cancelRound(activation, "one", SMS_ONLY);
        passes(Duration.ofSeconds(5));
        dispatch();
        passes(Duration.ofSeconds(20));
        dispatch();

        assertThat(sentTexts()).containsExactlyInAnyOrder("two", "three");
        assertThat(states()).containsExactly(SKIPPED, ACCEPTED, ACCEPTED);
    }

    @Test
    void the_same_where_the_answer_comes_while_nobody_knows_whether_it_left() {
        planAll(SMS_ONLY, "one", "two");
        crash(sms());
        passes(Leases.LEASE);
        bundling.giveUpLeases();
        assertThat(states()).containsOnly(UNKNOWN);
        notices.cancelRound(activation, "one", SMS_ONLY);
        dispatch();
        passes(Duration.ofSeconds(20));
        dispatch();

        assertThat(sentTexts()).containsExactly("two");
        assertThat(states()).containsExactly(SKIPPED, ACCEPTED);
    }

    @Test
    void a_refused_message_fails_all_that_it_carried_on_the_record() {
        SMS.refuseNext(400, 21211);
        planAll(SMS_ONLY, "one", "two");
        dispatch();

        assertThat(states()).containsOnly(NoticeState.FAILED);
        assertThat(fittings.facts).extracting(Fact::kind).containsExactly("notice-failed", "notice-failed");
    }

    @Test
    void what_a_node_is_busy_with_is_all_that_the_message_carries() {
        var slowness = SMS.slowFor(NUMBER);
        planAll(SMS_ONLY, "one", "two");
        dispatcher.tick();
        assertThat(dispatcher.busy()).hasSize(2);

        passes(Leases.LEASE.minusSeconds(1));
        dispatcher.tick();
        passes(Duration.ofSeconds(2));
        dispatcher.tick();
        slowness.countDown();
        dispatch();
        assertThat(SMS.posts).hasSize(1);
        assertThat(states()).containsOnly(ACCEPTED);
    }

    private HandOver crash(Channel channel) {
        var begun = transaction.execute(begin -> bundling.begin(channel, 1)).get(0);
        jdbc.sql("update notice set leased_by = 'an earlier start', handed_at = null where leased_by = :node")
                .param("node", node.toString())
                .update();
        return begun;
    }

    private List<NoticeState> states() {
        return notices.of(activation).stream().map(NoticeView::state).toList();
    }

    private void planAll(PersonId to, String... texts) {
        List.of(texts).forEach(text -> plan(to, text, Urgency.INFORMATION));
    }

    /** A step of its own for each. */
    private void plan(PersonId to, String text, Urgency urgency) {
        notices.plan(new NoticeOrder(activation, text, 0, to, urgency, "件名" + text, text, Optional.empty()));
    }

    /** What is about no activation needs a round of its own. */
    private int number() {
        return Integer.parseInt(activation.value().substring(5));
    }
}
