package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.approval.Decisions;
import org.keizoku.recovery.InitialResponseModel;
import org.keizoku.recovery.SystemRecoveryModel;
import org.keizoku.report.ReportModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Katsushika's plan on the same software: its rules of assembly, its three deputies, its two structures, its report lines. */
@KeizokuTest
@TestPropertySource(properties = "keizoku.plan=katsushika")
class KatsushikaNightTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Everybody everybody;

    @Autowired
    Activations activations;

    @Autowired
    Decisions decisions;

    /** KTS-501-04: at 6-lower or above the whole staff assembles; KTS-501-18 to -20: three deputies in order. */
    @Test
    void a_6_lower_is_commanded_by_the_third_deputy_and_runs_to_a_closed_activation() {
        String number = city.earthquake("6-lower", "2026-01-16T02:10:00+09:00");
        assertThat(activations.get(new ActivationNumber(number)).regime()).isEqualTo("automatic");
        assertThat(city.whoGotSms("【参集】発動" + number)).hasSize(8);
        assertThat(city.sms("kanri2", "【参集】"))
                .contains("情報システム課執務室", "代替拠点(庁舎に問題があり避難したとき)")
                .as("KTS-502-02: out of hours")
                .contains("まず自己と家族の安全を確かめてください。");

        theManagerAndTwoDeputiesStaySilent(number);
        city.decides("shimei-shokuin", number, "survey", "");
        var made = decisions.of(new ActivationNumber(number)).get(0);
        assertThat(made.capacity()).isEqualTo("電算機管理者 代行者3");
        assertThat(night.tasks(number, InitialResponseModel.SURVEY_SITE))
                .extracting(task -> task.getName())
                .anyMatch(name -> name.contains("庁舎地下CVCF室"));

        Task lan = firstAidOf("庁内ネットワーク(LAN)", number, List.of("lan", "computer-center-power"));
        night.claimAndComplete(
                everybody.firstWhoMay(lan),
                lan,
                Entered.entered("damageFound", "疎通しない", "substituteUsed", "no", "failurePlace", "center"));
        assertThat(city.told(number))
                .as("KTS-203-04: the place of the failure")
                .contains("庁内ネットワーク(LAN): 影響範囲: 本庁舎全体で利用不可");

        everybody.worksUntil(ReportModel.SIGN_REPORT, number, List.of("lan", "computer-center-power"));
        assertThat(city.form("joho-kacho", number, ReportModel.SIGN_REPORT, "reportText"))
                .as("the report lines of the plan")
                .contains("システム:", "補足に書く事項:", "- 応急措置方針", "- 予想復旧時間");

        List<String> steps = everybody.worksUntilClosed(number, List.of("lan", "computer-center-power"));

        assertThat(activations.get(new ActivationNumber(number)).state()).isEqualTo(State.CLOSED);
        assertThat(steps).contains("Task_SignReport", "Task_ReviewRecord");
        assertThat(city.sms("honbu", "本部報告 第1報")).contains(number);
        assertThat(String.join("\n", city.told(number)))
                .containsSubsequence(
                        "適用する手順書: ",
                        "体制を判定: 自動設置",
                        "調査・対応活動を開始するか → 指揮を執り、被害調査を指示する(電算機管理者は90分応答なし、電算機管理者 代行者1は60分応答なし、電算機管理者 代行者2は30分応答なし)",
                        "庁舎で対応するか、代替拠点へ移るか → 庁舎",
                        "電算センター内の電源(CVCF): 全面復旧",
                        "発動を終了");
    }

    /** KTS-501-05: at 5-upper with headquarters set up 40 percent assemble; everybody is asked how they are. */
    @Test
    void a_5_upper_with_headquarters_calls_the_first_crew_and_asks_the_others_how_they_are() {
        String number = city.reported(
                """
                {"eventType": "earthquake", "intensity": "5-upper", "headquartersSetUp": true, "occurredAt": "2026-01-16T02:01:00+09:00"}""");

        assertThat(activations.get(new ActivationNumber(number)).regime()).isEqualTo("automatic");
        assertThat(city.whoGotSms("【参集】発動" + number))
                .containsExactlyInAnyOrder("joho-kacho", "chosei-kakaricho", "kanri-kakaricho", "shimei-shokuin");
        assertThat(city.whoGotSms("【安否確認】発動" + number))
                .containsExactlyInAnyOrder("chosei1", "chosei2", "kanri1", "kanri2");
        assertThat(city.sms("kanri2", "【安否確認】")).contains("参集は不要");
    }

    @Test
    void a_5_upper_without_headquarters_calls_nobody() {
        String number = city.reported(
                """
                {"eventType": "earthquake", "intensity": "5-upper", "occurredAt": "2026-01-16T02:02:00+09:00"}""");

        assertThat(activations.get(new ActivationNumber(number)).regime()).isEqualTo("monitor");
        assertThat(city.whoGotSms("【参集】発動" + number)).isEmpty();
    }

    /** KTS-501-06 */
    @Test
    void a_flood_with_headquarters_set_up_calls_the_whole_staff() {
        String number = city.reported(
                """
                {"eventType": "wind-flood", "headquartersSetUp": true, "occurredAt": "2026-01-16T02:03:00+09:00"}""");

        assertThat(city.whoGotSms("【参集】発動" + number)).hasSize(8);
    }

    /** KTS-501-08, KTS-403-01: the manager orders it, and reports go to the incident response team instead of headquarters. */
    @Test
    void a_grave_security_incident_is_answered_by_the_other_structure() {
        String number = city.reported(
                """
                {"eventType": "security-incident", "graveDamage": true, "occurredAt": "2026-01-16T02:04:00+09:00"}""");
        assertThat(activations.get(new ActivationNumber(number)).regime()).isEqualTo("head-decides");
        assertThat(city.whoGotSms("【参集】発動" + number)).isEmpty();

        city.decides("joho-kacho", number, "set-up", "全庁の業務に支障");
        assertThat(city.whoGotSms("【参集】発動" + number)).hasSize(8);
        everybody.worksUntilClosed(number, List.of("lan"));

        assertThat(city.whoGotSms("本部報告 第1報です")).contains("somu-kacho").doesNotContain("honbu");
        assertThat(city.told(number)).anyMatch(told -> told.startsWith("適用する手順書: ") && told.contains("情報セキュリティ"));
    }

    private Task firstAidOf(String system, String number, List<String> damaged) {
        everybody.worksUntilOpen(SystemRecoveryModel.FIRST_AID, number, damaged);
        return night.task(number, SystemRecoveryModel.FIRST_AID, system);
    }

    private void theManagerAndTwoDeputiesStaySilent(String number) {
        assertThat(city.smsCount("chosei-kakaricho", "判断依頼")).isZero();
        night.passes(Duration.ofMinutes(30));
        assertThat(city.sms("chosei-kakaricho", "判断依頼")).contains("代行者1");
        night.passes(Duration.ofMinutes(30));
        assertThat(city.sms("kanri-kakaricho", "判断依頼")).contains("代行者2");
        assertThat(city.smsCount("shimei-shokuin", "判断依頼")).isZero();
        night.passes(Duration.ofMinutes(30));
        assertThat(city.sms("shimei-shokuin", "判断依頼")).contains("代行者3");
    }
}
