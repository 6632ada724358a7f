package org.keizoku.activation;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.keizoku.Keizoku;
import org.keizoku.plan.Plan;

/** What the decision tables of a plan ask about an event. */
final class TableInputs {

    private TableInputs() {}

    /** The variables by name; a table reads all of its inputs, so what was left open on the form is there, and null. */
    static Map<String, Object> of(ReportedEvent event, Plan plan) {
        Map<String, Object> inputs = of(event);
        inputs.put(
                ActivationModel.WORKING_HOURS.name(),
                plan.workingHours().contains(event.occurredAt().atZone(ZoneId.of(Keizoku.ZONE))));
        inputs.put(ActivationModel.REGIME_TABLE.name(), plan.table("regime"));
        return inputs;
    }

    /** What of them is the event's alone; the caller may add to it. */
    static Map<String, Object> of(ReportedEvent event) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put(ActivationModel.EVENT_TYPE.name(), event.type().code());
        inputs.put(
                ActivationModel.INTENSITY.name(),
                event.intensity() == null ? null : event.intensity().code());
        inputs.put(
                ActivationModel.TYPHOON.name(),
                event.typhoon() == null ? null : event.typhoon().code());
        inputs.put(ActivationModel.HEADQUARTERS_SET_UP.name(), event.headquartersSetUp());
        inputs.put(ActivationModel.GRAVE_DAMAGE.name(), event.graveDamage());
        return inputs;
    }
}
