package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.keizoku.approval.DecisionModel;
import org.keizoku.approval.RatificationModel;
import org.keizoku.engine.Refused;
import org.keizoku.recovery.ContinuityModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

/** A deputy starts the continuity while the head is silent; the plan gives the head a day to ratify it or to take it back. */
@KeizokuTest
class RatificationTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Test
    void a_head_who_arrives_ratifies_and_is_asked_first_again() {
        String number = startedByTheDeputy("2026-01-16T00:11:36+09:00");
        assertThat(night.tasks(number, ContinuityModel.SURVEY_SYSTEMS))
                .as("nobody waits")
                .hasSize(1);
        assertThat(city.sms("ict-bucho", "発動%s 代行者が判断".formatted(number))).contains("追認・取消");
        assertThat(city.mayClaim("somu-bucho", number, RatificationModel.RATIFY))
                .isFalse();

        night.claimAndComplete("ict-bucho", number, RatificationModel.RATIFY, entered("ratification", "ratify"));

        assertThat(city.told(number)).contains("代行者の判断を追認: ICT業務継続対応を発動するか");
        new SurveyedNight(night, city, number).affects("mail");
        assertThat(city.mayClaim("ict-bucho", number, DecisionModel.DECIDE)).isTrue();
        assertThat(city.mayClaim("somu-bucho", number, DecisionModel.DECIDE)).isFalse();
    }

    @Test
    void a_decision_taken_back_needs_a_reason_is_told_to_all_and_followed_by_the_leader() {
        String number = startedByTheDeputy("2026-01-16T00:12:36+09:00");
        var task = night.task(number, RatificationModel.RATIFY);
        assertThatThrownBy(() -> night.claimAndComplete("ict-bucho", task, entered("ratification", "take-back")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("理由");

        night.claimAndComplete("ict-bucho", task, entered("ratification", "take-back", "ratificationReason", "被害は軽い"));

        assertThat(city.whoGotSms("発動%sの代行者の判断".formatted(number))).contains("shukan", "joho1", "somu-bucho");
        assertThat(city.form("shukan", number, RatificationModel.FOLLOW_TAKEN_BACK, "ratificationReason"))
                .isEqualTo("被害は軽い");
        night.claimAndComplete(
                "shukan", number, RatificationModel.FOLLOW_TAKEN_BACK, entered("takenBackDone", "調査に戻した"));
        assertThat(night.tasks(number, RatificationModel.FOLLOW_TAKEN_BACK)).isEmpty();
    }

    @Test
    void after_the_day_the_decision_stands_and_the_deputy_goes_on() {
        String number = startedByTheDeputy("2026-01-16T00:13:36+09:00");

        night.passes(Duration.ofDays(1).minusMinutes(1));
        assertThat(night.tasks(number, RatificationModel.RATIFY)).hasSize(1);
        night.passes(Duration.ofMinutes(1));

        assertThat(night.tasks(number, RatificationModel.RATIFY)).isEmpty();
        new SurveyedNight(night, city, number).affects("mail");
        assertThat(city.mayClaim("somu-bucho", number, DecisionModel.DECIDE)).isTrue();
    }

    @Test
    void what_the_head_decides_nobody_has_to_ratify() {
        String number = city.earthquake("6-lower", "2026-01-16T00:14:36+09:00");
        new SurveyedNight(night, city, number).upTo("start");

        assertThat(night.tasks(number, RatificationModel.RATIFY)).isEmpty();
    }

    private String startedByTheDeputy(String occurredAt) {
        String number = city.earthquake("6-lower", occurredAt);
        new SurveyedNight(night, city, number).surveyed();
        night.passes(Duration.ofMinutes(30));
        city.decides("somu-bucho", number, "start", "庁舎の停電が続く");
        return number;
    }
}
