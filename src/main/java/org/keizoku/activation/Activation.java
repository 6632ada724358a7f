package org.keizoku.activation;

import java.time.Instant;
import java.util.Map;
import org.keizoku.plan.EventType;

/**
 * One run of the plan for one event.
 *
 * @param facts what was reported, for people to read
 * @param openedBy the person's id
 * @param regime what the regime table said, null until it was asked
 * @param closedAt null while it is open
 */
public record Activation(
        ActivationNumber number,
        String eventType,
        Map<String, Object> facts,
        Instant occurredAt,
        Instant openedAt,
        String openedBy,
        String regime,
        State state,
        Instant closedAt,
        long planVersion) {

    /** Whether it runs. */
    public enum State {
        OPEN("対応中"),
        CLOSED("終了"),
        STOOD_DOWN("取消");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** The event as it is known now. */
    public ReportedEvent event() {
        return new ReportedEvent(
                EventType.of(eventType).orElseThrow(),
                Intensity.of((String) facts.get("intensity")).orElse(null),
                Typhoon.of((String) facts.get("typhoon")).orElse(null),
                occurredAt,
                Boolean.TRUE.equals(facts.get("headquartersSetUp")),
                Boolean.TRUE.equals(facts.get("graveDamage")),
                (String) facts.get("situation"));
    }
}
