package org.keizoku.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;

/**
 * The organisation as it stands for some kinds of event (体制). Where a plan has none, one organisation answers every event.
 *
 * @param events the event types it answers, none of them twice in a plan
 * @param duties the parts that other roles play than in the plan's own {@code duties}
 * @param decisions the role that makes a decision here, by the decision's id, where it is another one
 * @param lines who instructs, reports to or asks whom
 */
public record Structure(
        @NotBlank String id,
        @NotBlank String name,
        @NotEmpty List<EventType> events,
        @Valid DutyChanges duties,
        Map<String, RoleId> decisions,
        @Valid List<Line> lines,
        List<ClauseId> clause) {

    public Structure {
        decisions = Listed.of(decisions);
        lines = Listed.of(lines);
        clause = Listed.of(clause);
    }

    /** A part left null is played as in the plan's own {@code duties}. */
    public record DutyChanges(RoleId staff, RoleId leader, RoleId head, RoleId headquarters) {

        Duties applied(Duties duties) {
            return new Duties(
                    or(staff, duties.staff()),
                    or(leader, duties.leader()),
                    or(head, duties.head()),
                    or(headquarters, duties.headquarters()),
                    duties.auditor(),
                    duties.operator());
        }

        private static RoleId or(RoleId changed, RoleId usual) {
            return changed == null ? usual : changed;
        }
    }

    /**
     * A line of the organisation.
     *
     * @param kind what goes along it, for example 指示 or 報告
     */
    public record Line(@NotBlank String from, @NotBlank String to, @NotBlank String kind) {}
}
