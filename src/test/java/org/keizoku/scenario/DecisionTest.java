package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.CorrectionModel;
import org.keizoku.approval.DecisionMade;
import org.keizoku.approval.DecisionModel;
import org.keizoku.approval.Decisions;
import org.keizoku.engine.Refused;
import org.keizoku.recovery.InitialResponseModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

/** A decision goes down the ranks, and up to the role above, until somebody makes it; nobody waits twice for the silent. */
@KeizokuTest
class DecisionTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Decisions decisions;

    @Test
    void silence_leads_from_the_head_over_both_deputies_to_the_mayor_and_the_mayors_deputies() {
        String number = city.earthquake("6-lower", "2026-01-16T01:40:00+09:00");
        String[] order = {"ict-bucho", "somu-bucho", "kikaku-kacho", "shicho", "fukushicho", "kyoikucho"};
        for (int rank = 0; rank < order.length; rank++) {
            assertThat(city.mayClaim(order[rank], number, DecisionModel.DECIDE))
                    .as(order[rank])
                    .isTrue();
            assertThat(city.sms(order[rank], "発動%s 判断依頼".formatted(number))).isNotEmpty();
            if (rank + 1 < order.length) {
                night.passes(Duration.ofMinutes(29));
                assertThat(city.mayClaim(order[rank + 1], number, DecisionModel.DECIDE))
                        .isFalse();
                night.passes(Duration.ofMinutes(1));
            }
        }
        night.passes(Duration.ofHours(2));
        assertThat(city.smsCount("kyoikucho", "発動%s 判断依頼".formatted(number))).isEqualTo(1);

        city.decides("kyoikucho", number, "survey", "");
        DecisionMade made = decisions.of(new ActivationNumber(number)).get(0);
        assertThat(made.capacity()).isEqualTo("災害対策本部長 代行者2");
        assertThat(city.told(number)).anyMatch(told -> told.contains("最高情報統括責任者は270分応答なし"));
    }

    @Test
    void the_head_may_still_decide_while_a_deputy_acts_and_nobody_waits_again() {
        String number = city.earthquake("6-lower", "2026-01-16T01:41:00+09:00");
        night.passes(Duration.ofMinutes(30));
        city.decides("somu-bucho", number, "hold", "");
        night.claimAndComplete("shukan", number, InitialResponseModel.WAIT_FOR_SAFETY, entered("safetyCheck", "余震なし"));

        assertThat(city.mayClaim("somu-bucho", number, DecisionModel.DECIDE)).isTrue();
        assertThat(city.mayClaim("kikaku-kacho", number, DecisionModel.DECIDE)).isFalse();
        city.decides("ict-bucho", number, "survey", "");
        assertThat(decisions.of(new ActivationNumber(number)))
                .extracting(DecisionMade::capacity)
                .containsExactly("最高情報統括責任者 代行者1", "最高情報統括責任者");
    }

    @Test
    void a_decision_that_needs_a_reason_is_refused_without_one() {
        String number = city.earthquake("6-lower", "2026-01-16T01:42:00+09:00");
        assertThatThrownBy(() -> new SurveyedNight(night, city, number).upTo(""))
                .hasMessageContaining("判断");
        assertThatThrownBy(() -> city.decides("ict-bucho", number, "start", " "))
                .hasMessageContaining("理由");
    }

    @Test
    void who_was_not_asked_can_neither_take_nor_make_the_decision() {
        String number = city.earthquake("6-lower", "2026-01-16T01:43:00+09:00");
        assertThatThrownBy(() -> city.decides("joho1", number, "survey", ""))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> city.decides("somu-bucho", number, "survey", ""))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void the_record_keeps_what_was_known_and_what_became_of_asking_the_ranks_above() {
        String number = city.earthquake("6-lower", "2026-01-16T00:21:00+09:00");
        city.answers("joho1", "safety", "value=SAFE");
        night.passes(Duration.ofMinutes(30));
        assertThat(city.form("ict-bucho", number, DecisionModel.DECIDE, "decisionFacts"))
                .contains("安否・参集: 呼出5名");
        assertThat(city.form("ict-bucho", number, DecisionModel.DECIDE, "onSilence"))
                .contains("03:14までに答えがなければ、最高情報統括責任者 代行者2にも諮ります");
        city.decides("somu-bucho", number, "survey", "");

        DecisionMade made = decisions.of(new ActivationNumber(number)).get(0);
        assertThat(made.facts()).contains("震度6弱", "安否・参集: 呼出5名、無事1名、負傷0名、未回答4名");
        assertThat(made.higherRanks())
                .startsWith("最高情報統括責任者は30分応答なし(ict-bucho: ")
                .contains("SMS ", "メール ");
        assertThat(city.values(number, "decision")).singleElement(STRING).contains("判断時の状況", "ict-bucho: ");
    }

    @Test
    void whoever_asked_for_a_correction_is_not_asked_to_decide_it_and_nobody_waits_for_them() {
        String number = city.earthquake("6-lower", "2026-01-16T00:22:00+09:00");
        city.starts(
                "ict-bucho",
                CorrectionModel.PROCESS,
                entered("activationNumber", number, "requestedChange", "stand-down", "correctionReason", "誤報と判明"));
        Task decision = night.task(number, DecisionModel.DECIDE, "訂正・取消");

        assertThat(city.smsCount("ict-bucho", "判断依頼: 発動を訂正・取消するか")).isZero();
        assertThat(city.sms("somu-bucho", "判断依頼: 発動を訂正・取消するか")).contains("代行者1");
        var outcome = entered("decisionOutcome", "stand-down", "decisionReason", "気象庁の続報による");
        assertThatThrownBy(() -> night.claimAndComplete("ict-bucho", decision, outcome))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("申請・提案");
        night.claimAndComplete("somu-bucho", decision, outcome);
        assertThat(decisions.of(new ActivationNumber(number)))
                .filteredOn(made -> made.decision().equals("correct-activation"))
                .extracting(DecisionMade::higherRanks)
                .singleElement(STRING)
                .contains("この件の申請・提案者");
    }
}
