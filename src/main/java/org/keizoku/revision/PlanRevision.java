package org.keizoku.revision;

import java.time.Instant;
import java.util.List;

/**
 * A proposal of the plan's next version, and what became of it.
 *
 * @param version as its text says, null where it cannot be read
 * @param base the number of the version that it changes
 * @param scope what it changes, which says who approves it
 * @param findings empty before it was checked
 * @param decidedBy who approved or refused it, null before
 * @param capacity in which capacity they did
 * @param opinion the reason of a refusal or a withdrawal, the remark of an approval
 * @param effectiveAt when it comes or came into force, null where nobody approved it
 * @param planVersion the number of the version that it became, null where it became none
 * @param confirmBy until when those who hold the plan have to confirm it
 */
record PlanRevision(
        long number,
        String planId,
        String version,
        long base,
        RevisionScope scope,
        String reason,
        String proposedBy,
        Instant proposedAt,
        State state,
        List<Finding> findings,
        String decidedBy,
        String capacity,
        Instant decidedAt,
        String opinion,
        Instant effectiveAt,
        Long planVersion,
        Instant confirmBy) {

    /** How far it has come. */
    enum State {
        CHECKING("点検中"),
        FAULTY("誤りあり"),
        OFFERED("承認待ち"),
        REFUSED("不承認"),
        APPROVED("施行待ち"),
        WITHDRAWN("取下げ"),
        IN_FORCE("施行"),
        SUPERSEDED("出し直し");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** What the check found, as it is kept. */
    record Finding(String severity, String rule, int line, int column, String clause, String message, String remedy) {}

    boolean mayBeWithdrawnBy(String person) {
        return proposedBy.equals(person) && (state == State.OFFERED || state == State.APPROVED);
    }
}
