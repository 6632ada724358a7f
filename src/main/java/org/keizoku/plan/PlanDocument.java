package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;

/**
 * A document that belongs to the plan.
 *
 * @param number its control number, which need not be unique
 * @param copies where its copies are kept
 */
public record PlanDocument(
        @NotBlank String number,
        @NotBlank String title,
        String version,
        LocalDate updated,
        RoleId keeper,
        List<String> copies,
        List<ClauseId> clause) {

    public PlanDocument {
        copies = Listed.of(copies);
        clause = Listed.of(clause);
    }
}
