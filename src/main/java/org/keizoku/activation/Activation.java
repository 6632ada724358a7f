package org.keizoku.activation;

import java.time.Instant;
import java.util.Map;

/** One run of the plan for one event. */
public record Activation(
        ActivationNumber number,
        String eventType,
        Map<String, Object> facts,
        Instant occurredAt,
        Instant openedAt,
        String openedBy,
        String regime,
        State state,
        Instant closedAt) {

    /** How far it is. */
    public enum State {
        OPEN,
        CLOSED,
        STOOD_DOWN
    }
}
