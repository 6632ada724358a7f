package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationModel;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.assembly.AssemblyModel;
import org.keizoku.recovery.ContinuityModel;
import org.keizoku.recovery.SystemRecoveryModel;
import org.keizoku.report.HeadquartersReport;
import org.keizoku.report.ReportModel;
import org.keizoku.report.Reports;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports at their times, a structure that is not dissolved while damage remains, and a continuity that is called off. */
@KeizokuTest
class ContinuityTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Reports reports;

    @Test
    void a_report_is_due_every_three_hours_and_a_deputy_signs_when_the_head_does_not() {
        String number = city.earthquake("6-lower", "2026-01-16T01:50:00+09:00");
        var activation = new ActivationNumber(number);
        new SurveyedNight(night, city, number).recovering("mail");

        night.passes(Duration.ofMinutes(179));
        assertThat(reports.of(activation)).as("one minute before").isEmpty();
        night.passes(Duration.ofMinutes(1));
        assertThat(reports.of(activation)).hasSize(1);
        assertThat(city.mayClaim("somu-bucho", number, ReportModel.SIGN_REPORT)).isFalse();

        night.passes(Duration.ofMinutes(30));
        assertThat(city.told(number)).anyMatch(told -> told.contains("署名が期限を過ぎる"));
        night.claimAndComplete("somu-bucho", number, ReportModel.SIGN_REPORT, entered("reportRemarks", "復旧中"));
        HeadquartersReport first = reports.of(activation).get(0);
        assertThat(first.capacity()).isEqualTo("最高情報統括責任者 代行者1");
        assertThat(first.text()).contains("メール: 復旧中", "呼出5名");
        assertThat(city.sms("honbu", "発動%s 本部報告 第1報です".formatted(number))).isNotEmpty();

        night.passes(Duration.ofMinutes(150));
        assertThat(reports.of(activation)).as("the next on the plan's grid").hasSize(2);
    }

    @Test
    void a_report_time_that_went_by_unsigned_is_on_record_as_missed() {
        String number = city.earthquake("6-lower", "2026-01-16T01:51:00+09:00");
        new SurveyedNight(night, city, number).recovering("mail");
        night.passes(Duration.ofHours(3));
        night.passes(Duration.ofHours(7));
        night.claimAndComplete("ict-bucho", number, ReportModel.SIGN_REPORT, entered("reportRemarks", ""));

        night.runDueJobs();
        assertThat(city.told(number))
                .filteredOn(told -> told.contains("予定の本部報告ができず"))
                .hasSize(1);
        assertThat(reports.of(new ActivationNumber(number))).hasSize(2);
    }

    @Test
    void while_damage_remains_the_structure_stays_and_systems_are_surveyed_again() {
        String number = city.earthquake("6-lower", "2026-01-16T01:52:00+09:00");
        var surveyed = new SurveyedNight(night, city, number);
        surveyed.recovering();
        night.claimAndComplete("ict-bucho", number, ReportModel.SIGN_REPORT, entered("reportRemarks", ""));

        city.decides("ict-bucho", number, "continue", "");
        assertThat(night.tasks(number, ContinuityModel.SURVEY_SYSTEMS)).hasSize(1);
        surveyed.affects("network");
        city.decides("ict-bucho", number, "approve", "");
        assertThat(night.tasks(number, SystemRecoveryModel.FIRST_AID)).hasSize(1);
    }

    @Test
    void the_head_may_call_the_continuity_off_before_recovery_begins() {
        String number = city.earthquake("6-lower", "2026-01-16T01:53:00+09:00");
        var surveyed = new SurveyedNight(night, city, number);
        surveyed.upTo("start");
        surveyed.affects("mail");

        city.decides("ict-bucho", number, "stop", "");

        night.claimAndComplete("shukan", number, AssemblyModel.CONFIRM_ASSEMBLY, entered("assemblyReport", "確認済み"));
        assertThat(night.tasks(number, ActivationModel.RETURN_TO_NORMAL)).hasSize(1);
        assertThat(night.tasks(number, SystemRecoveryModel.FIRST_AID)).isEmpty();
    }

    @Test
    void a_clock_that_was_stopped_over_several_milestones_tells_the_last_and_names_the_skipped() {
        String number = city.earthquake("6-lower", "2026-01-16T01:54:00+09:00");
        new SurveyedNight(night, city, number).recovering("resident-register");

        // Nothing ran for four hours: 50 %, 80 % and the end of the three hours have passed unseen.
        night.freezeAt(night.now().plus(Duration.ofHours(4)));
        night.runDueJobs();

        assertThat(city.smsCount("joho1", "発動%s 住民情報システム: 目標復旧時間の50%%".formatted(number)))
                .isZero();
        assertThat(city.sms("ict-bucho", "発動%s 住民情報システム: 目標復旧時間を".formatted(number)))
                .contains("分超過、未復旧");
        assertThat(city.values(number, "escalation")).anyMatch(values -> values.contains("停止中などで過ぎた節目"));
    }
}
