package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.keizoku.scenario.Entered.entered;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationModel;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.approval.DecisionMade;
import org.keizoku.approval.DecisionModel;
import org.keizoku.approval.Decisions;
import org.keizoku.assembly.Answers;
import org.keizoku.assembly.AssemblyModel;
import org.keizoku.recovery.ContinuityModel;
import org.keizoku.recovery.InitialResponseModel;
import org.keizoku.recovery.Recoveries;
import org.keizoku.recovery.Recovery;
import org.keizoku.recovery.SystemRecoveryModel;
import org.keizoku.report.AfterActionRecords;
import org.keizoku.report.ReportModel;
import org.keizoku.report.Reports;
import org.keizoku.report.ReviewModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole night on the sample city's plan: an earthquake of intensity 6-lower at 02:14 on a Sunday, entered through the API, worked on
 * by the people of the plan over real SMTP, HTTP and PostgreSQL, until the activation is closed and on record.
 */
@KeizokuTest
class EarthquakeAtNightTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Activations activations;

    @Autowired
    Answers answers;

    @Autowired
    Decisions decisions;

    @Autowired
    Recoveries recoveries;

    @Autowired
    Reports reports;

    @Autowired
    AfterActionRecords records;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void it_is_02_20_on_a_sunday() {
        night.freezeAt(OffsetDateTime.parse("2026-11-22T02:20:00+09:00").toInstant());
    }

    @Test
    void at_02_14_a_6_lower_runs_from_the_call_out_to_a_closed_and_audited_activation() {
        String number = city.earthquake("6-lower", "2026-11-22T02:14:00+09:00");
        var activation = new ActivationNumber(number);
        assertThat(activations.get(activation).regime()).isEqualTo("automatic");

        everyMemberOfTheTeamIsCalledAndAnswers(number);
        theSilentHeadIsFollowedByTheFirstDeputyWhoTakesCommand(number);
        theSitesAreSurveyedAndTheBaseIsDecided(number);
        city.decides("somu-bucho", number, "start", "電算室は使えるが停電の恐れ");
        twoSystemsAreRecoveredOneInTimeAndOneLate(number);
        theStructureIsDissolvedAndTheNightIsReviewed(number);

        assertThat(activations.get(activation).state()).isEqualTo(State.CLOSED);
        assertThat(city.runningProcesses(number)).isZero();
        assertThat(String.join("\n", city.told(number)))
                .containsSubsequence(
                        "発動 %s: 地震 震度6弱".formatted(number),
                        "体制を判定: 自動設置",
                        "指揮を執り、被害調査を指示する(最高情報統括責任者は35分応答なし)",
                        "復旧拠点をどこにするか → 現庁舎",
                        "メール: 一部復旧(目標レベル達成)(目標復旧時間を達成)",
                        "住民情報システム: 目標復旧時間を超過",
                        "住民情報システム: 全面復旧(目標復旧時間を超過)",
                        "本部報告 第1報に署名",
                        "対応記録をまとめる",
                        "発動を終了")
                .contains("発動が終わったため、代行者の判断の追認・取消を終える");
        assertThat(jdbc.sql(
                                """
                                select kind || ' ' || actor from ledger_entry
                                where activation_number = ? and kind in ('regime', 'manual', 'course', 'record-compiled')""")
                        .param(number)
                        .query(String.class)
                        .set())
                .as("what tables and procedures came to is nobody's deed")
                .containsExactlyInAnyOrder("regime system", "manual system", "course system", "record-compiled system");
    }

    private void everyMemberOfTheTeamIsCalledAndAnswers(String number) {
        for (String person : List.of("shukan", "joho1", "joho2", "joho3", "joho4")) {
            assertThat(city.sms(person, "参集")).contains("分庁舎電算室", number);
            assertThat(city.mail(person, "参集")).contains("分庁舎電算室", number);
        }
        city.answers("joho1", "safety", "value=SAFE");
        city.answers("joho1", "coming", "minutes=60");
        city.answers("joho2", "safety", "value=SAFE");
        city.answers("joho2", "elsewhere", "place=home");
        var tally = answers.tally(new ActivationNumber(number));
        assertThat(tally.answered()).hasSize(2);
        assertThat(tally.coming()).hasSize(1);
        assertThat(tally.silent()).hasSize(3);

        night.passes(Duration.ofMinutes(15));
        assertThat(city.smsCount("joho3", "参集")).isEqualTo(2);
        assertThat(city.smsCount("joho1", "参集"))
                .as("who has answered is left in peace")
                .isEqualTo(1);
        city.answers("joho3", "safety", "value=INJURED");
        city.answers("joho3", "unable", "");
        city.answers("joho4", "safety", "value=SAFE");
        city.answers("joho4", "coming", "minutes=30");
        city.answers("shukan", "safety", "value=SAFE");
        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY)).hasSize(1);
        city.answers("shukan", "coming", "minutes=30");
        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY))
                .as("everybody has answered")
                .isEmpty();
        assertThat(answers.tally(new ActivationNumber(number)).injured()).hasSize(1);
    }

    private void theSilentHeadIsFollowedByTheFirstDeputyWhoTakesCommand(String number) {
        assertThat(city.sms("ict-bucho", "判断依頼")).contains("/t/");
        assertThat(city.smsCount("somu-bucho", "判断依頼")).isZero();
        night.passes(Duration.ofMinutes(14));
        assertThat(city.mayClaim("somu-bucho", number, DecisionModel.DECIDE))
                .as("one minute before")
                .isFalse();
        night.passes(Duration.ofMinutes(1));
        assertThat(city.sms("somu-bucho", "判断依頼")).contains("代行者1");
        assertThat(city.smsCount("kikaku-kacho", "判断依頼")).isZero();
        night.passes(Duration.ofMinutes(5));
        city.decides("somu-bucho", number, "survey", "");

        DecisionMade made = decisions.of(new ActivationNumber(number)).get(0);
        assertThat(made.decidedBy()).isEqualTo("somu-bucho");
        assertThat(made.capacity()).isEqualTo("最高情報統括責任者 代行者1");
        assertThat(city.told(number)).anyMatch(told -> told.contains("最高情報統括責任者は35分応答なし"));
    }

    private void theSitesAreSurveyedAndTheBaseIsDecided(String number) {
        List<Task> surveys = night.tasks(number, InitialResponseModel.SURVEY_SITE);
        assertThat(surveys)
                .extracting(Task::getName)
                .contains("現地を調べる: 分庁舎1階電算室")
                .hasSize(4);
        for (Task survey : surveys) {
            String person = survey.getName().contains("○○学校")
                    ? "gakko1"
                    : survey.getName().contains("××学校") ? "gakko2" : "joho1";
            night.claimAndComplete(
                    person,
                    survey,
                    entered(
                            "siteUsable",
                            "usable",
                            "siteEntry",
                            "yes",
                            "sitePower",
                            "usable",
                            "siteNetwork",
                            "unknown"));
        }
        night.claimAndComplete(
                "joho2",
                number,
                InitialResponseModel.DAMAGE_SHEET,
                entered("damagePlace", "分庁舎", "damageAt", "2026-11-22T03:00+09:00", "damageElectricity", "no"));

        assertThat(city.form("shicho", number, DecisionModel.DECIDE, "decisionFacts"))
                .contains("分庁舎1階電算室: 使える", "震度6弱");
        city.decides("shicho", number, "present-building", "調査結果による");
        assertThat(city.sms("joho3", "復旧拠点は現庁舎")).contains("分庁舎電算室");
    }

    private void twoSystemsAreRecoveredOneInTimeAndOneLate(String number) {
        night.claimAndComplete(
                "joho1",
                number,
                ContinuityModel.SURVEY_SYSTEMS,
                Map.of("affectedSystems", city.json(List.of("mail", "resident-register"))));
        night.claimAndComplete(
                "shukan", number, ContinuityModel.PROPOSE_POLICY, entered("recoveryPolicy", "住民情報を先に復旧する"));
        city.decides("somu-bucho", number, "revise", "");
        night.claimAndComplete(
                "shukan", number, ContinuityModel.PROPOSE_POLICY, entered("recoveryPolicy", "住民情報を先に、B社に依頼"));
        city.decides("ict-bucho", number, "approve", "");

        assertThat(recoveries.of(new ActivationNumber(number)))
                .extracting(recovery -> recovery.system().value())
                .containsExactly("resident-register", "mail");
        assertThat(night.tasks(number, SystemRecoveryModel.FIRST_AID))
                .extracting(Task::getName)
                .containsExactlyInAnyOrder("被害を調べ応急措置: 住民情報システム", "被害を調べ応急措置: メール");

        // 02:55 now; the resident register is due at 05:14 and warned at 03:44 and 04:38.
        night.passes(Duration.ofMinutes(48));
        assertThat(city.smsCount("joho1", "住民情報システム: 目標復旧時間の50%")).isZero();
        night.passes(Duration.ofMinutes(2));
        assertThat(city.sms("joho1", "住民情報システム: 目標復旧時間の50%")).isNotEmpty();

        theReportIsSignedByWhoActsAsHead(number);

        Task mail = firstAid(number, "メール");
        recovers(number, "メール", "somu", "partial");
        assertThat(mail).isNotNull();

        night.freezeAt(OffsetDateTime.parse("2026-11-22T05:13:00+09:00").toInstant());
        night.runDueJobs();
        assertThat(city.sms("shukan", "住民情報システム: 目標復旧時間の80%")).isNotEmpty();
        assertThat(city.smsCount("shukan", "住民情報システム: 目標復旧時間を超過")).isZero();
        night.passes(Duration.ofMinutes(1));
        assertThat(city.sms("shukan", "住民情報システム: 目標復旧時間を超過")).isNotEmpty();
        assertThat(city.smsCount("ict-bucho", "住民情報システム")).isZero();
        night.passes(Duration.ofMinutes(60));
        assertThat(city.sms("ict-bucho", "住民情報システム: 目標復旧時間を60分超過")).isNotEmpty();
        assertThat(city.sms("honbu", "住民情報システム: 目標復旧時間を60分超過")).isNotEmpty();
        night.passes(Duration.ofMinutes(60));
        assertThat(city.sms("honbu", "住民情報システム: 目標復旧時間を120分超過")).isNotEmpty();

        firstAid(number, "住民情報システム");
        recovers(number, "住民情報システム", "shimin", "not");
        recovers(number, "住民情報システム", "shimin", "full");
    }

    private void theReportIsSignedByWhoActsAsHead(String number) {
        night.freezeAt(OffsetDateTime.parse("2026-11-22T05:00:00+09:00").toInstant());
        assertThat(night.tasks(number, ReportModel.SIGN_REPORT)).isEmpty();
    }

    private Task firstAid(String number, String system) {
        Task task = of(number, SystemRecoveryModel.FIRST_AID, system);
        night.claimAndComplete("joho4", task, entered("damageFound", "起動しない", "substituteUsed", "yes"));
        night.claimAndComplete(
                "joho4",
                of(number, SystemRecoveryModel.ESTIMATE, system),
                entered("estimatedAt", "2026-11-22T06:00+09:00", "vendorNeeded", "yes"));
        return task;
    }

    private void recovers(String number, String system, String owner, String level) {
        night.claimAndComplete(
                "joho4",
                of(number, SystemRecoveryModel.RECOVER, system),
                entered("workLevel", "full", "workDone", "再起動した"));
        night.claimAndComplete(owner, of(number, SystemRecoveryModel.VERIFY, system), entered("verifiedLevel", level));
    }

    private Task of(String number, String step, String system) {
        return night.task(number, step, system);
    }

    private void theStructureIsDissolvedAndTheNightIsReviewed(String number) {
        var activation = new ActivationNumber(number);
        assertThat(recoveries.of(activation))
                .extracting(Recovery::state)
                .containsExactly(Recovery.State.FULLY, Recovery.State.PARTLY);
        night.tasks(number, ReportModel.SIGN_REPORT)
                .forEach(report -> night.claimAndComplete("ict-bucho", report, entered("reportRemarks", "復旧完了")));
        assertThat(reports.of(activation)).allMatch(report -> report.handedOverAt() != null);
        assertThat(city.sms("honbu", "本部報告 第1報です")).isNotEmpty();
        city.decides("ict-bucho", number, "dissolve", "");
        night.claimAndComplete(
                "shukan",
                number,
                ActivationModel.RETURN_TO_NORMAL,
                entered("allNormal", "with-remains", "remainingWork", "メール"));
        assertThat(records.of(activation).orElseThrow())
                .contains("住民情報システム: 目標 3時間00分以内", "未達", "メール: 目標 6時間00分以内", "達成");
        night.claimAndComplete(
                "shukan",
                number,
                ReviewModel.REVIEW_RECORD,
                entered("reviewFindings", "予備機なし", "reviewImprovements", "予備機を置く"));
        await().untilAsserted(() -> assertThat(city.sms("joho3", "対応を終了")).contains(number));
    }
}
