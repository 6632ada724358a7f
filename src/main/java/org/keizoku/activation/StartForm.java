package org.keizoku.activation;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.engine.Refused;

/** The start form's values as an event, with words for what is missing or wrong. */
final class StartForm {

    private StartForm() {}

    static ReportedEvent event(VariableScope form) {
        String type = ActivationModel.EVENT_TYPE.find(form).orElse("");
        return new ReportedEvent(
                EventType.of(type).orElseThrow(() -> new Refused("事象(eventType)を選んでください: " + type)),
                ActivationModel.INTENSITY
                        .find(form)
                        .filter(given -> !given.isBlank())
                        .map(StartForm::intensity)
                        .orElse(null),
                ActivationModel.OCCURRED_AT
                        .find(form)
                        .map(text -> EnteredMoment.of("発生日時(occurredAt)", text))
                        .orElseThrow(() -> new Refused("発生日時(occurredAt)を入力してください。")),
                ActivationModel.HEADQUARTERS_SET_UP.find(form).orElse(false),
                ActivationModel.GRAVE_DAMAGE.find(form).orElse(false),
                ActivationModel.SITUATION.find(form).orElse(null));
    }

    static Intensity intensity(String code) {
        return Intensity.of(code)
                .orElseThrow(
                        () -> new Refused("震度(intensity)「%s」はありません。次から選んでください: %s".formatted(code, Intensity.codes())));
    }
}
