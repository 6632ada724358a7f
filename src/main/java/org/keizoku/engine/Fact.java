package org.keizoku.engine;

import java.time.Instant;
import java.util.Map;

/**
 * A thing that happened and belongs on the record: published as a Spring event in the transaction in which it happened,
 * listened to by the ledger. It carries person ids, never names, numbers or addresses.
 *
 * @param activation the activation's number, null where it concerns none
 * @param at when it happened
 * @param actor the person's id, or {@link Actor#SYSTEM}
 * @param capacity in which capacity the actor acted, in Japanese (for example 代行者1); null where it is plain
 * @param kind a short stable word for filters, for example {@code task-done}
 * @param told one plain Japanese sentence; a person stands in it as {@code {person-id}} and is shown by name
 * @param values what was entered or decided, in the order shown
 */
public record Fact(
        String activation, Instant at, String actor, String capacity, String kind, String told, Map<String, ?> values) {

    public Fact {
        values = values == null ? Map.of() : values;
    }
}
