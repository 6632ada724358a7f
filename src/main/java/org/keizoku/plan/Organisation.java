package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import java.util.List;

/**
 * A bureau or an outside organisation that the response has to reach and that is no vendor. Its numbers and addresses stand in the
 * encrypted table beside the plan.
 *
 * @param part what it is asked or told
 * @param events the event types in which it matters; empty for every one
 * @param contacts its contact points in the order in which they are tried
 * @param example true where the source leaves open which organisation it is
 */
public record Organisation(
        @NotBlank String id,
        @NotBlank String name,
        String part,
        List<EventType> events,
        List<String> contacts,
        boolean example,
        List<ClauseId> clause) {

    public Organisation {
        events = Listed.of(events);
        contacts = Listed.of(contacts);
        clause = Listed.of(clause);
    }
}
