package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

/**
 * How the plan itself is changed.
 *
 * @param planApprovedBy the role that approves another version of the plan
 * @param manualApprovedBy the role that approves another version of its manuals
 * @param numbering how the next version is numbered
 * @param approveWithin how long the approver has before the next rank may approve as well
 * @param confirmWithin how long whoever holds the plan has to confirm the new version
 */
public record Revision(
        @NotNull RoleId planApprovedBy,
        @NotNull RoleId manualApprovedBy,
        @NotNull Numbering numbering,
        @NotNull Duration approveWithin,
        @NotNull Duration confirmWithin,
        List<ClauseId> clause) {

    /** How versions are counted. */
    public enum Numbering {
        /** 1.0, 1.1, … until the management review approves; then the integer rises and the decimals are 0. */
        @JsonProperty("management-review")
        MANAGEMENT_REVIEW,
        /** Each approved version is the next integer. */
        @JsonProperty("issue")
        ISSUE
    }

    public Revision {
        clause = Listed.of(clause);
    }
}
