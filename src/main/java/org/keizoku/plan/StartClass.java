package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

/**
 * A class of operations by when they must have begun.
 *
 * @param inHours the latest start after a disaster in working hours
 * @param outOfHours the latest start after one outside of them
 * @param words how the plan puts it, for example 発災直後〜3時間程度
 */
public record StartClass(
        @NotBlank String id,
        @NotNull Duration inHours,
        @NotNull Duration outOfHours,
        String words,
        List<ClauseId> clause) {

    public StartClass {
        clause = Listed.of(clause);
    }
}
