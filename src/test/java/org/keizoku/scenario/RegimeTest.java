package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationModel;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.activation.ResponseModel;
import org.keizoku.assembly.AssemblyModel;
import org.keizoku.engine.Refused;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

/** Which regime an event gets (SMP 8(2)), and what follows from each. */
@KeizokuTest
class RegimeTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Activations activations;

    @Autowired
    DecisionService decisions;

    @ParameterizedTest
    @CsvSource({
        "earthquake, 7, false, false, automatic",
        "earthquake, 5-lower, false, false, automatic",
        "earthquake, 5-lower, true, true, automatic",
        "earthquake, 4, false, false, monitor",
        "earthquake, 4, true, false, head-decides",
        "earthquake, 0, false, true, head-decides",
        "system-failure, , false, false, head-decides",
        "wind-flood, , true, false, head-decides"
    })
    void the_table_decides(String event, String intensity, boolean headquarters, boolean damage, String regime) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("eventType", event);
        facts.put("intensity", intensity);
        facts.put("headquartersSetUp", headquarters);
        facts.put("graveDamage", damage);
        String decided = decisions
                .evaluateDecisionTableByKey("regime", facts)
                .getSingleResult()
                .getEntry("regime");
        assertThat(decided).isEqualTo(regime);
    }

    @Test
    void an_intensity_4_calls_nobody_and_ends_when_monitoring_finds_nothing() {
        String number = city.earthquake("4", at(10));

        assertThat(city.whoGotSms(number)).isEmpty();
        night.claimAndComplete(
                "shukan", number, ResponseModel.MONITOR, entered("situationChanged", "no", "monitorFindings", "異常なし"));

        assertThat(activations.get(new ActivationNumber(number)).state()).isEqualTo(State.CLOSED);
        assertThat(city.runningProcesses(number)).isZero();
    }

    @Test
    void grave_damage_found_while_monitoring_is_put_to_the_head_who_may_wait_and_then_set_up_the_structure() {
        String number = city.earthquake("4", at(11));
        Map<String, Object> worse = new HashMap<>(entered("situationChanged", "yes", "monitorFindings", "電算室で漏水"));
        worse.put("graveDamage", true);
        night.claimAndComplete("shukan", number, ResponseModel.MONITOR, worse);

        city.decides("ict-bucho", number, "monitor", "まだ動いている");
        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY)).isEmpty();
        night.claimAndComplete("shukan", number, ResponseModel.MONITOR, worse);
        city.decides("ict-bucho", number, "set-up", "停止した");

        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY)).hasSize(1);
        assertThat(city.whoGotSms("【参集】発動" + number)).contains("joho1", "joho4", "shukan");
    }

    @Test
    void without_continuity_the_ordinary_procedure_recovers_and_the_activation_is_reviewed() {
        String number = city.earthquake("5-lower", at(12));
        new SurveyedNight(night, city, number).upTo("ordinary");

        night.claimAndComplete("joho1", number, ResponseModel.ORDINARY_FAILURE, entered("ordinaryResult", "再起動した"));

        assertThat(night.tasks(number, ActivationModel.RETURN_TO_NORMAL)).isEmpty();
        night.claimAndComplete("shukan", number, AssemblyModel.CONFIRM_ASSEMBLY, entered("assemblyReport", "全員の無事を確認"));
        assertThat(night.tasks(number, ActivationModel.RETURN_TO_NORMAL)).hasSize(1);
    }

    @Test
    void the_start_form_says_what_is_wrong_and_starts_nothing() {
        int before = activations.all().size();
        assertThatThrownBy(() -> city.starts("shukan", "activation", entered("eventType", "earthquake")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("発生日時");
        assertThatThrownBy(() ->
                        city.starts("shukan", "activation", entered("eventType", "earthquake", "occurredAt", at(13))))
                .hasMessageContaining("震度");
        assertThatThrownBy(() -> city.starts(
                        "shukan",
                        "activation",
                        entered("eventType", "earthquake", "intensity", "6.5", "occurredAt", at(13))))
                .hasMessageContaining("6.5");
        assertThatThrownBy(
                        () -> city.starts("shukan", "activation", entered("eventType", "dragon", "occurredAt", at(13))))
                .hasMessageContaining("dragon");
        assertThatThrownBy(() -> city.starts(
                        "shukan",
                        "activation",
                        entered("eventType", "power-outage", "occurredAt", "2030-01-01T00:00+09:00")))
                .hasMessageContaining("未来");
        assertThat(activations.all()).hasSize(before);
    }

    @Test
    void the_same_shock_entered_twice_is_one_activation() {
        String number = city.earthquake("6-lower", at(14));
        assertThatThrownBy(() -> city.starts(
                        "shukan",
                        "activation",
                        entered("eventType", "earthquake", "intensity", "6-lower", "occurredAt", at(14))))
                .hasMessageContaining(number);
    }

    /** Each test has a minute of its own: the same shock twice would be one activation. */
    private static String at(int minute) {
        return "2026-01-16T01:%02d:42+09:00".formatted(minute);
    }
}
