package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

/**
 * When headquarters gets its reports.
 *
 * @param every the interval between two reports
 * @param signWithin how long the acting head has to sign one
 * @param items what a report says besides the state of the systems, in the order in which it says it
 */
public record Reporting(
        @NotNull Duration every, @NotNull Duration signWithin, List<@NotBlank String> items, List<ClauseId> clause) {

    public Reporting {
        items = Listed.of(items);
        clause = Listed.of(clause);
    }
}
