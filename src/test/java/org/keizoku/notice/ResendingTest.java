package org.keizoku.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.plan.PersonId;
import org.springframework.beans.factory.annotation.Autowired;

class ResendingTest extends NoticeHouse {

    private static final PersonId LEADER = new PersonId("shukan");

    @Autowired
    private Notices notices;

    @Autowired
    private Resending resending;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Deliveries deliveries;

    @Test
    void only_those_not_reached_get_it_again_once_and_it_is_on_the_record() {
        plan(SMS_ONLY);
        plan(MAIL_ONLY);
        dispatch();
        report("undelivered", "30003");
        dispatch();
        fittings.facts.clear();

        assertThat(resending.toTheUnreached(activation, LEADER)).isOne();
        assertThat(resending.toTheUnreached(activation, LEADER)).isZero();
        dispatch();
        assertThat(resending.toTheUnreached(activation, LEADER))
                .as("on its way")
                .isZero();

        assertThat(SMS.posts).hasSize(2);
        assertThat(fittings.facts).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo("notices-resent");
            assertThat(fact.actor()).isEqualTo("shukan");
            assertThat(fact.values().get("相手")).isEqualTo(List.of("joho2"));
        });
        assertThat(attempts.of(activation))
                .extracting(Attempt::person, Attempt::way, Attempt::n, Attempt::state, Attempt::why)
                .containsExactly(
                        tuple(SMS_ONLY, "SMS", 1, "不達", "30003 端末に届かない(電源オフ・圏外など)"),
                        tuple(SMS_ONLY, "SMS", 1, "受付済み", ""),
                        tuple(MAIL_ONLY, "メール", 1, "受付済み", ""));
    }

    @Test
    void who_has_answered_or_has_no_contact_gets_nothing() {
        plan(SMS_ONLY);
        plan(NO_CONTACT);
        dispatch();
        report("undelivered", "30003");
        notices.cancelRound(activation, "information", SMS_ONLY);

        assertThat(resending.toTheUnreached(activation, LEADER)).isZero();
        assertThat(fittings.facts).extracting(Fact::kind).doesNotContain("notices-resent");
        assertThat(attempts.of(activation))
                .extracting(Attempt::way, Attempt::n, Attempt::state)
                .contains(tuple("連絡先なし", 0, "不要"));
    }

    @Test
    void each_attempt_keeps_what_became_of_it() {
        SMS.refuseNext(503, 20503);
        plan(SMS_ONLY);
        dispatch();
        passes(Duration.ofSeconds(5));
        dispatch();
        passes(Duration.ofMinutes(10));
        dispatch();

        assertThat(attempts.of(activation))
                .extracting(Attempt::n, Attempt::state, Attempt::notReached)
                .containsExactly(tuple(1, "一時的な失敗", false), tuple(2, "報告なし", true));
        assertThat(attempts.of(activation).get(0).why()).startsWith("503");
        assertThat(attempts.of(activation).get(1).why()).isEqualTo("期限内に配信の報告なし");
    }

    private void report(String status, String code) {
        String sid = jdbc.sql("select provider_id from notice where activation_number = :a and channel = 'SMS'")
                .param("a", activation.value())
                .query(String.class)
                .single();
        deliveries.reported(sid, status, code);
    }

    private void plan(PersonId to) {
        notices.plan(new NoticeOrder(
                activation, "information", 0, to, Urgency.INFORMATION, "緊急連絡", "庁舎が使えません。", Optional.empty()));
    }
}
