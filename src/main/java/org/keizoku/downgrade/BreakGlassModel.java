package org.keizoku.downgrade;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/approve-break-glass.bpmn. */
public final class BreakGlassModel {

    public static final String PROCESS = "approve-break-glass";
    public static final String APPROVAL_OVERDUE = "Event_ApprovalOverdue";

    public static final ProcessVariable<Date> NEXT_REMINDER_AT =
            ProcessVariable.of("nextApprovalReminderAt", Date.class);

    /** Whether the reminders have an end: true from the decision on. */
    public static final ProcessVariable<Boolean> DECIDED = ProcessVariable.of("breakGlassDecided", Boolean.class);

    private BreakGlassModel() {}
}
