package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.approval.DecisionMade;
import org.keizoku.approval.Decisions;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.recovery.Recoveries;
import org.keizoku.recovery.VendorRequestModel;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Kodaira's plan on the same software: three criteria, two structures with a list of priority systems each. */
@KeizokuTest
@TestPropertySource(properties = "keizoku.plan=kodaira")
class KodairaNightTest {

    @Autowired
    City city;

    @Autowired
    Everybody everybody;

    @Autowired
    Activations activations;

    @Autowired
    Decisions decisions;

    @Autowired
    Recoveries recoveries;

    /** KDR-613-03: 5-lower or above out of hours; KDR-320-01: the mayor makes the final decision. */
    @Test
    void a_5_lower_at_night_runs_to_a_closed_activation() {
        String number = city.earthquake("5-lower", "2026-01-16T02:10:00+09:00");
        var activation = new ActivationNumber(number);
        assertThat(activations.get(activation).regime()).isEqualTo("automatic");
        assertThat(city.whoGotSms("【参集】発動" + number)).hasSize(7).contains("joho-kacho", "joho-shuji-2");
        assertThat(city.sms("joho-shuji-2", "【参集】")).contains("情報政策課執務室");

        everybody.worksUntilClosed(number, List.of("seal-registration-cards", "resident-records"));

        assertThat(activations.get(activation).state()).isEqualTo(State.CLOSED);
        assertThat(recoveries.of(activation))
                .extracting(recovery -> recovery.system().value())
                .as("in the order of the list")
                .containsExactly("resident-records", "seal-registration-cards");
        assertThat(decisions.of(activation))
                .filteredOn(made -> made.decision().equals("recovery-base"))
                .extracting(DecisionMade::decidedBy)
                .containsExactly("shicho");
        assertThat(city.whoGotSms("本部報告 第1報です")).containsExactlyInAnyOrder("shicho", "fukushicho", "kyoikucho");
        assertThat(city.told(number)).anyMatch(told -> told.startsWith("適用する手順書: D01"));
    }

    /** KDR-521-03: what a provider runs is followed, not recovered. */
    @Test
    void a_system_of_a_provider_is_followed_by_asking_the_provider() {
        String number = city.earthquake("5-lower", "2026-01-16T02:11:00+09:00");

        everybody.worksUntilOpen(VendorRequestModel.ASK_VENDOR, number, List.of("logo-chat"));

        assertThat(city.form("joho-kacho", number, VendorRequestModel.ASK_VENDOR, "vendorContact"))
                .isEqualTo("障害受付窓口");
        assertThat(city.told(number))
                .contains("Logoチャット: 提供者に連絡し、復旧の状況を追う(市で復旧作業はしない)", "Logoチャット: Logoチャット提供事業者(障害受付窓口)に復旧を依頼");
        everybody.worksUntilClosed(number, List.of("logo-chat"));
    }

    /** The same in working hours is watched, unless headquarters is set up (KDR-613-02). */
    @Test
    void in_working_hours_the_headquarters_decides_whether_there_is_a_regime() {
        assertThat(
                        regime(
                                """
                {"eventType": "earthquake", "intensity": "5-lower", "occurredAt": "2026-01-15T10:00:00+09:00"}"""))
                .isEqualTo("monitor");
        assertThat(
                        regime(
                                """
                {"eventType": "earthquake", "intensity": "4", "headquartersSetUp": true, "occurredAt": "2026-01-15T11:00:00+09:00"}"""))
                .isEqualTo("automatic");
        assertThat(
                        regime(
                                """
                {"eventType": "earthquake", "intensity": "4", "graveDamage": true, "occurredAt": "2026-01-15T12:00:00+09:00"}"""))
                .isEqualTo("head-decides");
    }

    /** A national holiday is out of hours: 2026-01-12, Coming of Age Day, is a Monday. */
    @Test
    void on_a_holiday_nobody_is_in_the_office() {
        assertThat(
                        regime(
                                """
                {"eventType": "earthquake", "intensity": "5-lower", "occurredAt": "2026-01-12T10:00:00+09:00"}"""))
                .isEqualTo("automatic");
    }

    /** KDR-521-02, KDR-522-01 and -02: each structure has its own list in its own order. */
    @Test
    void the_structure_decides_which_list_of_priority_systems_counts() {
        Plan disaster = planOf(
                """
                {"eventType": "earthquake", "intensity": "6-lower", "occurredAt": "2026-01-15T13:00:00+09:00"}""");
        Plan otherwise = planOf(
                """
                {"eventType": "system-failure", "graveDamage": true, "occurredAt": "2026-01-15T14:00:00+09:00"}""");

        assertThat(disaster.systems()).hasSize(39);
        assertThat(disaster.systems().get(0).name()).isEqualTo("住民記録");
        assertThat(otherwise.systems()).hasSize(52);
        assertThat(otherwise.systems().get(0).name()).isEqualTo("住民基本台帳ネットワークシステム");
        assertThat(disaster.systems())
                .extracting(PrioritySystem::name)
                .contains("後期高齢者医療")
                .doesNotContain("住民基本台帳ネットワークシステム");
    }

    private String regime(String body) {
        return activations.get(new ActivationNumber(city.reported(body))).regime();
    }

    private Plan planOf(String body) {
        return activations.planOf(new ActivationNumber(city.reported(body)));
    }
}
