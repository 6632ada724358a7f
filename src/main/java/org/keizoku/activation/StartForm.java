package org.keizoku.activation;

import java.util.Map;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.engine.Refused;
import org.keizoku.plan.EventType;

/** The start form's values as an event, with words for what is missing or wrong. */
final class StartForm {

    private StartForm() {}

    static ReportedEvent event(Map<String, ?> form) {
        String type = ActivationModel.EVENT_TYPE.in(form).orElse("");
        return new ReportedEvent(
                EventType.of(type).orElseThrow(() -> new Refused("事象(eventType)を選んでください: " + type)),
                ActivationModel.INTENSITY
                        .in(form)
                        .filter(given -> !given.isBlank())
                        .map(Intensity::named)
                        .orElse(null),
                ActivationModel.TYPHOON
                        .in(form)
                        .filter(given -> !given.isBlank())
                        .map(Typhoon::named)
                        .orElse(null),
                ActivationModel.OCCURRED_AT
                        .in(form)
                        .map(text -> EnteredMoment.of("発生日時(occurredAt)", text))
                        .orElseThrow(() -> new Refused("発生日時(occurredAt)を入力してください。")),
                ActivationModel.HEADQUARTERS_SET_UP.in(form).orElse(false),
                ActivationModel.GRAVE_DAMAGE.in(form).orElse(false),
                ActivationModel.SITUATION.in(form).orElse(null));
    }
}
