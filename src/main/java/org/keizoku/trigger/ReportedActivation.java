package org.keizoku.trigger;

import jakarta.validation.constraints.NotBlank;
import org.keizoku.activation.Intensity;
import org.keizoku.activation.ReportedEvent;
import org.keizoku.activation.Typhoon;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.engine.Refused;
import org.keizoku.plan.EventType;

/**
 * The body of {@code POST /api/activations}.
 *
 * @param eventType for example {@code earthquake}
 * @param intensity for example {@code 6-lower}; only for an earthquake
 * @param typhoon {@code medium}, {@code large} or {@code very-large}; only for wind and flood, where a typhoon brings them
 * @param occurredAt ISO 8601; without a zone it is Japanese time
 * @param drill whether only a drill is to be opened
 */
record ReportedActivation(
        @NotBlank String eventType,
        String intensity,
        String typhoon,
        @NotBlank String occurredAt,
        boolean headquartersSetUp,
        boolean graveDamage,
        String situation,
        boolean drill) {

    ReportedEvent event() {
        return new ReportedEvent(
                EventType.of(eventType).orElseThrow(() -> new Refused("事象(eventType)「%s」はありません。".formatted(eventType))),
                intensity == null ? null : Intensity.named(intensity),
                typhoon == null ? null : Typhoon.named(typhoon),
                EnteredMoment.of("発生日時(occurredAt)", occurredAt),
                headquartersSetUp,
                graveDamage,
                situation);
    }
}
