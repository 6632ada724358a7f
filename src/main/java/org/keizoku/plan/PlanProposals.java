package org.keizoku.plan;

/** Takes another version of the plan in force to be checked and approved. */
public interface PlanProposals {

    /**
     * Proposes the text as the next version; it comes into force only when another person than the proposer has approved it.
     *
     * @param yaml the whole plan file
     * @param reason why the plan changes, for the approver
     * @return the number of the proposal, under which its page stands at {@code /plan/revisions/{number}}
     */
    long propose(String yaml, PersonId proposer, String reason);

    /** What the next version is ordinarily called; empty where only the proposer can know. */
    default String nextVersion() {
        return "";
    }
}
