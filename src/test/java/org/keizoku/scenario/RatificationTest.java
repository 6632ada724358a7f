package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationModel;
import org.keizoku.activation.CorrectionModel;
import org.keizoku.activation.ResponseModel;
import org.keizoku.approval.DecisionModel;
import org.keizoku.approval.RatificationModel;
import org.keizoku.assembly.AssemblyModel;
import org.keizoku.engine.Refused;
import org.keizoku.recovery.ContinuityModel;
import org.keizoku.report.ReviewModel;
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
    void a_decision_taken_back_needs_another_and_a_reason_is_told_to_all_and_followed_by_the_leader() {
        String number = startedByTheDeputy("2026-01-16T00:12:36+09:00");
        var task = night.task(number, RatificationModel.RATIFY);
        refused("理由", task, "ratification", "take-back", "decidedInstead", "ordinary");
        refused("代わりの判断", task, "ratification", "take-back", "ratificationReason", "被害は軽い");
        refused("代わりの判断", task, "ratification", "take-back", "ratificationReason", "被害は軽い", "decidedInstead", "start");

        takenBack(number, "ordinary", "被害は軽い");

        assertThat(city.whoGotSms("発動%sの代行者の判断".formatted(number))).contains("shukan", "joho1", "somu-bucho");
        assertThat(city.sms("joho1", "発動%sの代行者の判断".formatted(number))).contains("「発動しない(通常の障害対応)」になりました");
        assertThat(city.form("shukan", number, RatificationModel.FOLLOW_TAKEN_BACK, "ratificationReason"))
                .isEqualTo("被害は軽い");
        assertThat(city.form("shukan", number, RatificationModel.FOLLOW_TAKEN_BACK, "insteadLabel"))
                .isEqualTo("発動しない(通常の障害対応)");
        follows(number);
        assertThat(night.tasks(number, RatificationModel.FOLLOW_TAKEN_BACK)).isEmpty();
    }

    @Test
    void the_response_goes_the_way_that_the_superior_decided() {
        String number = startedByTheDeputy("2026-01-16T00:15:36+09:00");
        takenBack(number, "ordinary", "被害は軽い");

        assertThat(night.tasks(number, ContinuityModel.SURVEY_SYSTEMS)).isEmpty();
        assertThat(night.tasks(number, ResponseModel.ORDINARY_FAILURE)).hasSize(1);
    }

    @Test
    void what_a_deputy_did_not_start_the_superior_starts() {
        String number = decidedByTheDeputy("2026-01-16T00:16:36+09:00", "ordinary");
        assertThat(night.tasks(number, ResponseModel.ORDINARY_FAILURE)).hasSize(1);

        takenBack(number, "start", "庁舎の停電が続く");

        assertThat(night.tasks(number, ResponseModel.ORDINARY_FAILURE)).isEmpty();
        assertThat(night.tasks(number, ContinuityModel.SURVEY_SYSTEMS)).hasSize(1);
    }

    @Test
    void the_activation_is_not_closed_before_the_follow_up() {
        String number = startedByTheDeputy("2026-01-16T00:17:36+09:00");
        takenBack(number, "ordinary", "被害は軽い");
        recoversOrdinarily(number);
        var found = entered("reviewFindings", "なし", "reviewImprovements", "なし");
        assertThatThrownBy(() -> night.claimAndComplete("shukan", number, ReviewModel.REVIEW_RECORD, found))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("取り消された判断の後の処理(ICT業務継続対応を発動するか)");

        follows(number);
        night.claimAndComplete("shukan", number, ReviewModel.REVIEW_RECORD, found);

        assertThat(city.told(number)).contains("発動を終了");
    }

    @Test
    void with_a_closed_activation_the_time_to_ratify_is_over() {
        String number = decidedByTheDeputy("2026-01-16T00:18:36+09:00", "ordinary");
        recoversOrdinarily(number);
        assertThat(night.tasks(number, RatificationModel.RATIFY)).hasSize(1);
        night.claimAndComplete(
                "shukan",
                number,
                ReviewModel.REVIEW_RECORD,
                entered("reviewFindings", "なし", "reviewImprovements", "なし"));

        assertThat(night.tasks(number, RatificationModel.RATIFY)).isEmpty();
        assertThat(city.told(number)).contains("発動が終わったため、代行者の判断の追認・取消を終える: ICT業務継続対応を発動するか");
    }

    @Test
    void a_stood_down_activation_needs_no_follow_up() {
        String number = startedByTheDeputy("2026-01-16T00:19:36+09:00");
        takenBack(number, "ordinary", "誤報だった");
        city.starts(
                "shukan",
                CorrectionModel.PROCESS,
                entered("activationNumber", number, "requestedChange", "stand-down", "correctionReason", "誤報と判明"));
        city.decides("ict-bucho", number, "stand-down", "気象庁の続報による");
        night.runDueJobs();

        assertThat(city.told(number)).contains("発動を取消");
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

    private void takenBack(String number, String instead, String reason) {
        night.claimAndComplete(
                "ict-bucho",
                number,
                RatificationModel.RATIFY,
                entered("ratification", "take-back", "decidedInstead", instead, "ratificationReason", reason));
    }

    private void refused(String why, Task task, String... form) {
        assertThatThrownBy(() -> night.claimAndComplete("ict-bucho", task, entered(form)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    private void follows(String number) {
        night.claimAndComplete(
                "shukan", number, RatificationModel.FOLLOW_TAKEN_BACK, entered("takenBackDone", "調査に戻した"));
    }

    /** Up to the review. */
    private void recoversOrdinarily(String number) {
        night.claimAndComplete("joho1", number, ResponseModel.ORDINARY_FAILURE, entered("ordinaryResult", "復旧した"));
        night.claimAndComplete("shukan", number, AssemblyModel.CONFIRM_ASSEMBLY, entered("assemblyReport", "全員の無事を確認"));
        night.claimAndComplete(
                "shukan", number, ActivationModel.RETURN_TO_NORMAL, entered("allNormal", "yes", "remainingWork", "なし"));
    }

    private String startedByTheDeputy(String occurredAt) {
        return decidedByTheDeputy(occurredAt, "start");
    }

    private String decidedByTheDeputy(String occurredAt, String outcome) {
        String number = city.earthquake("6-lower", occurredAt);
        new SurveyedNight(night, city, number).surveyed();
        night.passes(Duration.ofMinutes(30));
        city.decides("somu-bucho", number, outcome, "庁舎の停電が続く");
        return number;
    }
}
