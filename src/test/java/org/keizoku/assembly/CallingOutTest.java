package org.keizoku.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.notice.NoticeHouse;
import org.keizoku.notice.NoticeState;
import org.keizoku.notice.NoticeView;
import org.keizoku.notice.Notices;
import org.keizoku.plan.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class CallingOutTest extends NoticeHouse {

    @Autowired
    private CallingOut callingOut;

    @Autowired
    private Answers answers;

    @Autowired
    private Notices notices;

    @Autowired
    private ApplicationEvents heard;

    @BeforeEach
    void everybodyIsCalled() {
        call();
    }

    @Test
    void everybody_is_called_once_each_with_a_link_of_their_own() {
        assertThat(call()).isZero();
        dispatch();

        assertThat(sentTexts()).hasSize(2).doesNotHaveDuplicates().allSatisfy(text -> assertThat(text)
                .startsWith("震度6弱。安否を知らせてください。")
                .matches("(?s).*https://bcp\\.example/a/[A-Za-z0-9_-]{24}"));
        assertThat(notices.told(activation)).containsExactly(BOTH, SMS_ONLY, MAIL_ONLY, NO_CONTACT);
        assertThat(fittings.facts).extracting(Fact::kind).containsOnlyOnce("called-out");
    }

    @Test
    void only_the_silent_are_called_again() {
        dispatch();
        answers.record(activation, BOTH, Reply.safety(Safety.SAFE), BOTH);

        assertThat(callingOut.remind(activation, 1)).isEqualTo(2);
        assertThat(callingOut.remind(activation, 1)).isZero();
        assertThat(notices.of(activation))
                .filteredOn(notice -> notice.round() == 1)
                .extracting(NoticeView::person)
                .containsExactlyInAnyOrder(SMS_ONLY, MAIL_ONLY, NO_CONTACT);
    }

    @Test
    void who_answers_by_telephone_before_the_sms_left_gets_none() {
        answers.record(activation, SMS_ONLY, Reply.safety(Safety.SAFE), NO_CONTACT);
        dispatch();

        assertThat(notices.of(activation))
                .filteredOn(notice -> notice.person().equals(SMS_ONLY))
                .extracting(NoticeView::state)
                .containsExactly(NoticeState.SKIPPED);
        assertThat(fittings.facts)
                .filteredOn(fact -> fact.kind().equals("answer-given"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.actor()).isEqualTo(NO_CONTACT.value());
                    assertThat(fact.capacity()).isEqualTo("電話で聞き取り");
                });
    }

    @Test
    void the_latest_answer_counts_and_the_earlier_stays() {
        answers.record(activation, BOTH, Reply.safety(Safety.SAFE), BOTH);
        answers.record(activation, BOTH, Reply.comingAt(NIGHT.plus(Duration.ofHours(1))), BOTH);
        answers.record(activation, BOTH, Reply.unable(), BOTH);

        var tally = answers.tally(activation);
        assertThat(tally.safe()).containsExactly(BOTH);
        assertThat(tally.unable()).containsExactly(BOTH);
        assertThat(tally.coming()).isEmpty();
        assertThat(rows()).isEqualTo(3);
        assertThat(fittings.facts).extracting(Fact::told).contains("{joho1} の安否・参集の回答(変更):無事、参集する(3:14ごろ着)。");
    }

    @Test
    void the_same_answer_again_changes_nothing() {
        answers.record(activation, BOTH, Reply.unable(), BOTH);
        answers.record(activation, BOTH, Reply.unable(), BOTH);

        assertThat(rows()).isOne();
    }

    @Test
    void the_tally_counts_who_comes_and_who_works_elsewhere() {
        answers.record(activation, BOTH, Reply.comingAt(NIGHT.plus(Duration.ofMinutes(30))), BOTH);
        answers.record(activation, SMS_ONLY, Reply.workingElsewhere("  支所\n2階 "), SMS_ONLY);
        answers.record(activation, MAIL_ONLY, Reply.safety(Safety.INJURED), MAIL_ONLY);

        var tally = answers.tally(activation);
        assertThat(tally.called()).hasSize(4);
        assertThat(tally.answered()).containsExactly(BOTH, SMS_ONLY, MAIL_ONLY);
        assertThat(tally.coming()).extracting(Answer::arrivesAt).containsExactly(NIGHT.plus(Duration.ofMinutes(30)));
        assertThat(tally.elsewhere()).containsExactly(SMS_ONLY);
        assertThat(tally.of(SMS_ONLY)).map(Answer::place).contains("支所 2階");
        assertThat(tally.injured()).containsExactly(MAIL_ONLY);
        assertThat(tally.silent()).containsExactly(NO_CONTACT);
        assertThat(tally.shareAvailable()).isEqualTo(0.5);
    }

    @Test
    void each_answer_is_said() {
        answers.record(activation, BOTH, Reply.unable(), BOTH);

        assertThat(heard.stream(AnswerGiven.class))
                .extracting(AnswerGiven::person)
                .containsExactly(BOTH);
    }

    @Test
    void whoever_was_not_called_has_nothing_to_answer() {
        var stranger = new PersonId("shicho");
        assertThatThrownBy(() -> answers.record(activation, stranger, Reply.unable(), stranger))
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_answer_cannot_be_rewritten_by_the_application() {
        answers.record(activation, BOTH, Reply.unable(), BOTH);

        assertThatThrownBy(() -> jdbc.sql("update answer set coming = 'COMING'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private int call() {
        return callingOut.call(
                activation,
                List.of(BOTH, SMS_ONLY, MAIL_ONLY, NO_CONTACT),
                Attendance.ASSEMBLE,
                "安否確認",
                "震度6弱。安否を知らせてください。",
                NIGHT.plus(Duration.ofHours(72)));
    }

    private int rows() {
        return jdbc.sql("select count(*) from answer where activation_number = :activation")
                .param("activation", activation.value())
                .query(Integer.class)
                .single();
    }
}
