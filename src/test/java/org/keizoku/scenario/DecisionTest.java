package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.approval.DecisionMade;
import org.keizoku.approval.DecisionModel;
import org.keizoku.approval.Decisions;
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
}
