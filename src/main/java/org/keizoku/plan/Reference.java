package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/**
 * Which documents are to be consulted at an item of the procedure. The tasks of these steps show them.
 *
 * @param item the item as the plan names it, for example {@code 3 拠点の安全点検}
 * @param steps the ids of the user tasks that belong to it; empty for an item that nobody is asked to do in a task
 * @param documents what to consult, in words
 */
public record Reference(
        @NotBlank String item,
        List<String> steps,
        @NotEmpty List<String> documents,
        boolean example,
        List<ClauseId> clause) {

    public Reference {
        steps = Listed.of(steps);
        clause = Listed.of(clause);
    }
}
