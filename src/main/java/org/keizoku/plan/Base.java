package org.keizoku.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

/**
 * Where recovery happens; the plan lists them in the order in which they are tried.
 *
 * @param kind present building, near site or remote site, in Japanese
 * @param systems the place for the systems
 * @param headquarters the place for headquarters
 * @param power what is known of its power supply, null where nobody has asked yet
 * @param network what is known of its lines, null where nobody has asked yet
 * @param risks what it suffers from which hazard
 */
public record Base(
        @NotBlank String id,
        @NotBlank String name,
        @NotBlank String kind,
        @NotBlank String systems,
        @NotBlank String headquarters,
        String power,
        String network,
        @Valid List<Risk> risks,
        List<ClauseId> clause) {

    public Base {
        risks = Listed.of(risks);
        clause = Listed.of(clause);
    }

    /** What is assumed to happen to a place. */
    public record Risk(@NotBlank String hazard, @NotBlank String assumed) {}
}
