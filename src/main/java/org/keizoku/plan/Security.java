package org.keizoku.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The security standard that stands behind the plan.
 *
 * @param standard the name of a shipped standard
 * @param offices the role of this plan that fills each office of the standard
 * @param limits what may be asked for in a response and how long it may last; what is not listed cannot be asked for
 */
public record Security(@NotBlank String standard, @NotEmpty Map<String, RoleId> offices, @Valid List<Limit> limits) {

    public Security {
        limits = Listed.of(limits);
    }

    public Optional<Limit> limit(Matter matter) {
        return limits.stream().filter(limit -> limit.matter() == matter).findFirst();
    }

    /** The role whose approval a matter needs: the one that the plan names for it, else the one that fills the standard's office. */
    public Optional<RoleId> approver(Matter matter) {
        return limit(matter).map(Limit::approver).or(() -> SecurityStandards.find(standard)
                .flatMap(matter::in)
                .map(SecurityStandard.Approval::approver)
                .map(offices::get));
    }

    /**
     * How long one matter may last at most.
     *
     * @param longest from the request or the extension to the end that it asks for
     * @param approver the role that approves it whatever the standard says; null where the standard's office does
     * @param example true where the source does not say how long
     */
    public record Limit(
            @NotNull Matter matter,
            @NotNull Duration longest,
            RoleId approver,
            boolean example,
            List<ClauseId> clause) {

        public Limit {
            clause = Listed.of(clause);
        }
    }
}
