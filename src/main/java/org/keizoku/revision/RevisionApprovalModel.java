package org.keizoku.revision;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/approve-revision.bpmn. */
public final class RevisionApprovalModel {

    public static final String PROCESS = "approve-revision";
    public static final String APPROVE = "Task_ApproveRevision";
    public static final String APPROVER_SILENT = "Event_ApproverSilent";

    public static final ProcessVariable<String> APPROVERS = ProcessVariable.of("approvers", String.class);
    public static final ProcessVariable<Date> NEXT_APPROVER_AT = ProcessVariable.of("nextApproverAt", Date.class);
    public static final ProcessVariable<Boolean> MORE_APPROVERS = ProcessVariable.of("moreApprovers", Boolean.class);

    /** What the form brings back. */
    public static final ProcessVariable<String> OUTCOME = ProcessVariable.of("revisionOutcome", String.class);

    public static final ProcessVariable<String> OPINION = ProcessVariable.of("revisionOpinion", String.class);
    public static final ProcessVariable<String> EFFECTIVE_FROM = ProcessVariable.of("effectiveFrom", String.class);
    public static final ProcessVariable<Boolean> REVIEW_APPROVED = ProcessVariable.of("reviewApproved", Boolean.class);

    private RevisionApprovalModel() {}
}
