package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

/**
 * A decision of the procedures: who makes it and how long each rank may stay silent.
 *
 * @param id the procedure's name for it, for example {@code recovery-base}
 * @param silence how long a rank may stay silent before the next may decide as well
 * @param ratifyWithin how long a higher rank may ratify or take back what a deputy decided; null where nobody may
 * @param clause where the plan says so
 */
public record Decision(
        @NotBlank String id,
        @NotBlank String title,
        @NotNull RoleId role,
        @NotNull Duration silence,
        boolean reasonRequired,
        Duration ratifyWithin,
        List<ClauseId> clause) {

    public Decision {
        clause = Listed.of(clause);
    }

    Decision madeBy(RoleId other) {
        return new Decision(id, title, other, silence, reasonRequired, ratifyWithin, clause);
    }
}
