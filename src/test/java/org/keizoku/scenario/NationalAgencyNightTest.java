package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.recovery.Recoveries;
import org.keizoku.recovery.Recovery;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The national guideline's agency on the same software: typhoons, places by role, telework, a structure for incidents. */
@KeizokuTest
@TestPropertySource(properties = "keizoku.plan=national-agency")
class NationalAgencyNightTest {

    @Autowired
    City city;

    @Autowired
    Everybody everybody;

    @Autowired
    Activations activations;

    @Autowired
    Recoveries recoveries;

    /** NSC-213-02: a very large typhoon assembles all assembly staff without an order; NSC-214-01: each role at its own places. */
    @Test
    void a_very_large_typhoon_calls_each_role_to_its_place_and_runs_to_a_closed_activation() {
        String number = typhoon("very-large", 1, true);
        var activation = new ActivationNumber(number);
        assertThat(activations.get(activation).regime()).isEqualTo("automatic");
        assertThat(city.whoGotSms("【参集】発動" + number)).hasSize(13).contains("kanbocho", "daitai2");
        assertThat(city.sms("daitai1", "【参集】")).contains("参集先:代替拠点〇〇 ");
        assertThat(city.sms("a-shitsucho", "【参集】")).contains("第1順位", "、〇〇庁舎〇〇会議室(第2順位)(第1順位が使えないとき)");
        assertThat(city.sms("kanbocho", "【参集】")).contains("又はオンライン");

        everybody.worksUntilClosed(number, List.of("system-a", "mail"));

        assertThat(activations.get(activation).state()).isEqualTo(State.CLOSED);
        assertThat(recoveries.of(activation))
                .as("the shorter target first")
                .extracting(Recovery::system)
                .extracting("value")
                .containsExactly("mail", "system-a");
        assertThat(city.whoGotSms("本部報告 第1報です")).contains("honbucho");
        assertThat(city.told(number)).anyMatch(told -> told.startsWith("適用する手順書: ") && told.contains("大規模災害"));
    }

    /** NSC-213-03 */
    @Test
    void below_the_threshold_the_chief_decides() {
        String number = typhoon("large", 2, false);

        assertThat(activations.get(new ActivationNumber(number)).regime()).isEqualTo("head-decides");
        assertThat(city.sms("kanbocho", "判断依頼")).contains(number);
        assertThat(city.whoGotSms("【参集】発動" + number)).isEmpty();
    }

    /** NSC-214-05: when attendance is held down, telework takes the place of assembling. */
    @Test
    void an_epidemic_is_answered_from_home() {
        String number = city.reported(
                """
                {"eventType": "epidemic", "occurredAt": "2026-01-16T02:03:00+09:00"}""");
        city.decides("kanbocho", number, "set-up", "出勤抑制");

        assertThat(city.whoGotSms("【在宅対応】発動" + number)).contains("a-unyo1");
        assertThat(city.whoGotSms("【参集】発動" + number)).isEmpty();
    }

    /** NSC-213-06, NSC-231-04: no automatic assembly; those who answer incidents join the work. */
    @Test
    void a_security_incident_calls_those_who_answer_incidents() {
        String number = city.reported(
                """
                {"eventType": "security-incident", "occurredAt": "2026-01-16T02:04:00+09:00"}""");
        city.decides("kanbocho", number, "set-up", "不正プログラムの感染");

        assertThat(city.whoGotSms("【参集】発動" + number)).contains("incident1", "incident2", "a-unyo1");
        assertThat(city.sms("incident1", "【参集】発動" + number)).contains("参集を回答").doesNotContain("安否");
        assertThat(city.sms("csirt", "発動%s セキュリティ事故".formatted(number))).contains("連携");

        List<String> steps = everybody.worksUntilClosed(number, List.of("system-a"));

        assertThat(steps).as("NSC-231-04: no site is checked").doesNotContain("Task_SurveySite");
        assertThat(city.whoGotSms("発動%s 本部報告 第1報です".formatted(number)))
                .as("NSC-231-03: there is no headquarters")
                .contains("kanbocho")
                .doesNotContain("honbucho");
        assertThat(city.told(number)).contains("システムA: 被災拠点で復旧する");
    }

    private String typhoon(String size, int minute, boolean headquarters) {
        return city.reported(
                """
                {"eventType": "wind-flood", "typhoon": "%s", "headquartersSetUp": %s, "occurredAt": "2026-01-16T02:0%d:00+09:00"}"""
                        .formatted(size, headquarters, minute));
    }
}
