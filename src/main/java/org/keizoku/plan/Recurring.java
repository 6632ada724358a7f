package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Period;
import java.util.List;

/**
 * A training or a check of the yearly cycle.
 *
 * @param every how often
 * @param who the role that sees to it
 * @param example true where the source does not say how often
 */
public record Recurring(
        @NotBlank String id,
        @NotBlank String name,
        @NotNull Period every,
        @NotNull RoleId who,
        String what,
        boolean example,
        List<ClauseId> clause) {

    public Recurring {
        clause = Listed.of(clause);
    }
}
