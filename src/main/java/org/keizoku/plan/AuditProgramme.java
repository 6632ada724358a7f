package org.keizoku.plan;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Period;
import java.util.List;

/**
 * The security audit of an organisation, as MNT 9(1) has it: planned, carried out, reported, evaluated, and followed by an improvement
 * that is tracked to its end. Durations count from the step before.
 *
 * @param every how often one is to be held at least
 * @param commissionedBy the role that has it held, receives its report and evaluates it
 * @param lead the role that draws up the audit plan, the report and the improvement plan
 * @param auditors the role that carries it out and checks the improvement; it has part in nothing that is audited
 * @param audited the roles that can be audited; what was found in one is improved by it
 * @param planWithin until the audit plan
 * @param reportWithin from the audit to its report
 * @param evaluateWithin from the report to its evaluation
 * @param improvementPlanWithin from the evaluation to the improvement plan
 * @param remindBefore how long before a deadline whoever must act is reminded; null where nobody is
 * @param remindEvery between two messages about a step that is late
 * @param example true where the plan's own documents do not say who and how long
 */
public record AuditProgramme(
        @NotNull Period every,
        @NotNull RoleId commissionedBy,
        @NotNull RoleId lead,
        @NotNull RoleId auditors,
        @NotEmpty List<RoleId> audited,
        @NotNull Duration planWithin,
        @NotNull Duration reportWithin,
        @NotNull Duration evaluateWithin,
        @NotNull Duration improvementPlanWithin,
        Duration remindBefore,
        @NotNull Duration remindEvery,
        boolean example,
        List<ClauseId> clause) {

    public AuditProgramme {
        audited = Listed.of(audited);
        clause = Listed.of(clause);
    }
}
