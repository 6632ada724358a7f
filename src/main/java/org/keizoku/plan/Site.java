package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * A place that is surveyed first.
 *
 * @param surveyedBy the role that surveys it: the team, or a contact person on the spot
 */
public record Site(@NotBlank String id, @NotBlank String name, @NotNull RoleId surveyedBy, List<ClauseId> clause) {

    public Site {
        clause = Listed.of(clause);
    }
}
