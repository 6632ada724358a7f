package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation.State;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.activation.CorrectionModel;
import org.keizoku.activation.ResponseModel;
import org.keizoku.approval.DecisionModel;
import org.keizoku.assembly.AssemblyModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

/** A mistaken or wrong-level activation is stood down or corrected in one decision, and exactly those who were called are told. */
@KeizokuTest
class CorrectionTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Activations activations;

    @Test
    void a_mistaken_activation_is_stood_down_and_exactly_those_who_were_called_are_told() {
        String number = city.earthquake("6-lower", at(20));
        Set<String> called = city.whoGotSms(number);
        assertThat(called).containsExactlyInAnyOrder("shukan", "joho1", "joho2", "joho3", "joho4", "ict-bucho");

        asks(number, "stand-down", null);
        decides(number, "stand-down");

        assertThat(city.whoGotSms("発動%sは取り消されました".formatted(number))).isEqualTo(called);
        assertThat(activations.get(new ActivationNumber(number)).state()).isEqualTo(State.STOOD_DOWN);
        assertThat(city.runningProcesses(number)).isZero();
    }

    @Test
    void a_corrected_intensity_that_changes_the_regime_begins_the_response_anew() {
        String number = city.earthquake("6-lower", at(21));
        Set<String> called = city.whoGotSms(number);

        asks(number, "correct", "3");
        decides(number, "correct");

        assertThat(city.whoGotSms("発動%sは訂正されました".formatted(number))).isEqualTo(called);
        assertThat(activations.get(new ActivationNumber(number)).regime()).isEqualTo("monitor");
        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY)).isEmpty();
        assertThat(night.tasks(number, ResponseModel.MONITOR)).hasSize(1);
    }

    @Test
    void a_corrected_intensity_of_the_same_regime_only_tells() {
        String number = city.earthquake("6-lower", at(22));

        asks(number, "correct", "6-upper");
        decides(number, "correct");

        assertThat(city.whoGotSms("体制は変わりません")).contains("joho1", "ict-bucho");
        assertThat(night.tasks(number, AssemblyModel.CONFIRM_ASSEMBLY)).hasSize(1);
        assertThat(activations.get(new ActivationNumber(number)).event().told()).contains("6強");
    }

    @Test
    void a_refused_correction_is_told_to_who_asked_and_changes_nothing() {
        String number = city.earthquake("6-lower", at(23));

        asks(number, "stand-down", null);
        decides(number, "refuse");

        assertThat(city.whoGotSms("発動%sの訂正・取消は見送られました".formatted(number))).containsExactly("shukan");
        assertThat(activations.get(new ActivationNumber(number)).isOpen()).isTrue();
    }

    @Test
    void an_unknown_number_a_missing_reason_and_a_missing_intensity_are_refused() {
        String number = city.earthquake("6-lower", at(24));
        assertThatThrownBy(() -> asks("2019-999", "stand-down", null)).hasMessageContaining("2019-999");
        assertThatThrownBy(() -> asks(number, "correct", null)).hasMessageContaining("震度");
        assertThatThrownBy(() -> city.starts(
                        "shukan",
                        CorrectionModel.PROCESS,
                        entered("activationNumber", number, "requestedChange", "stand-down")))
                .hasMessageContaining("理由");
    }

    private void asks(String number, String change, String intensity) {
        var form = entered("activationNumber", number, "requestedChange", change, "correctionReason", "誤報と判明");
        form.put("correctedIntensity", intensity);
        city.starts("shukan", CorrectionModel.PROCESS, form);
    }

    private void decides(String number, String outcome) {
        var task = night.task(number, DecisionModel.DECIDE, "訂正・取消");
        night.claimAndComplete("ict-bucho", task, entered("decisionOutcome", outcome, "decisionReason", "気象庁の続報による"));
    }

    private static String at(int minute) {
        return "2026-01-16T01:%02d:41+09:00".formatted(minute);
    }
}
