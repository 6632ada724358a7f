package org.keizoku.plan;

import jakarta.validation.constraints.NotNull;
import java.time.Period;
import java.util.List;

/**
 * How long the record is kept at least: the ledger, the engine's history and what the rooms keep of an activation. Rule MNT-557-02,
 * which asks for a fixed period and names none.
 *
 * @param records from the moment of a record, by the calendar of Japan
 * @param example true where the plan's own documents do not say how long
 */
public record RecordRetention(@NotNull Period records, boolean example, List<ClauseId> clause) {

    public RecordRetention {
        clause = Listed.of(clause);
    }
}
