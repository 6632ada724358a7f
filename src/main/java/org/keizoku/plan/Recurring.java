package org.keizoku.plan;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Period;
import java.util.List;

/**
 * A training or a check of the yearly cycle.
 *
 * @param every how often
 * @param months the months of the calendar in which it falls, 1 to 12; empty where any month will do. Only with whole years
 * @param who the role that sees to it
 * @param example true where the source does not say how often
 */
public record Recurring(
        @NotBlank String id,
        @NotBlank String name,
        @NotNull Period every,
        List<@Min(1) @Max(12) Integer> months,
        @NotNull RoleId who,
        String what,
        boolean example,
        List<ClauseId> clause) {

    public Recurring {
        months = Listed.of(months);
        clause = Listed.of(clause);
    }

    @AssertTrue(message = "has months, so it must come every one or more whole years")
    boolean isYearlyWhereItHasMonths() {
        return months.isEmpty() || every.getYears() > 0 && every.getMonths() == 0 && every.getDays() == 0;
    }
}
