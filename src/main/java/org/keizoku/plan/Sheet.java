package org.keizoku.plan;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

/**
 * A part of the plan that people read and no procedure computes with: a table, a list or a rule in words.
 *
 * @param chapter the chapter of the plan under which it is shown
 * @param text the rule in words, null for a table alone
 * @param columns the heads of the table
 * @param rows the cells of the table; each row has one for each column
 * @param example true where the source gives no content and this is an example to replace
 */
public record Sheet(
        @NotBlank String id,
        @NotBlank String title,
        @NotBlank String chapter,
        String text,
        List<String> columns,
        List<List<String>> rows,
        boolean example,
        List<ClauseId> clause) {

    public Sheet {
        columns = Listed.of(columns);
        rows = Listed.of(rows);
        clause = Listed.of(clause);
    }

    @AssertTrue(message = "needs text or rows")
    boolean isFilled() {
        return text != null || !rows.isEmpty();
    }

    @AssertTrue(message = "each row needs one cell for each column")
    boolean isRectangular() {
        return rows.stream().allMatch(row -> row.size() == columns.size());
    }
}
