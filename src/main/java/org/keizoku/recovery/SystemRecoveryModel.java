package org.keizoku.recovery;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/system-recovery.bpmn. */
public final class SystemRecoveryModel {

    public static final String PROCESS = "system-recovery";
    public static final String FIRST_AID = "Task_FirstAid";
    public static final String ESTIMATE = "Task_Estimate";
    public static final String RECOVER = "Task_Recover";
    public static final String VERIFY = "Task_Verify";
    public static final String MILESTONE_REACHED = "Event_MilestoneReached";

    public static final ProcessVariable<String> SYSTEM_ID = ProcessVariable.of("systemId", String.class);
    public static final ProcessVariable<String> SYSTEM_NAME = ProcessVariable.of("systemName", String.class);
    public static final ProcessVariable<String> RLO = ProcessVariable.of("rlo", String.class);
    public static final ProcessVariable<String> SUBSTITUTE = ProcessVariable.of("substitute", String.class);
    public static final ProcessVariable<String> OWNER = ProcessVariable.of("owner", String.class);
    public static final ProcessVariable<Integer> PRIORITY = ProcessVariable.of("recoveryPriority", Integer.class);
    public static final ProcessVariable<Date> RTO_DUE_AT = ProcessVariable.of("rtoDueAt", Date.class);
    public static final ProcessVariable<Date> NEXT_MILESTONE_AT = ProcessVariable.of("nextMilestoneAt", Date.class);

    public static final ProcessVariable<String> DAMAGE_FOUND = ProcessVariable.of("damageFound", String.class);
    public static final ProcessVariable<String> SUBSTITUTE_USED = ProcessVariable.of("substituteUsed", String.class);
    public static final ProcessVariable<String> FIRST_AID_DONE = ProcessVariable.of("firstAid", String.class);
    public static final ProcessVariable<String> ESTIMATED_AT = ProcessVariable.of("estimatedAt", String.class);
    public static final ProcessVariable<String> VENDOR_NEEDED = ProcessVariable.of("vendorNeeded", String.class);
    public static final ProcessVariable<String> MEASURE = ProcessVariable.of("recoveryMeasure", String.class);
    public static final ProcessVariable<String> WORK_LEVEL = ProcessVariable.of("workLevel", String.class);
    public static final ProcessVariable<String> WORK_DONE = ProcessVariable.of("workDone", String.class);
    public static final ProcessVariable<String> VERIFIED_LEVEL = ProcessVariable.of("verifiedLevel", String.class);
    public static final ProcessVariable<String> NOTES = ProcessVariable.of("verificationNotes", String.class);

    private SystemRecoveryModel() {}
}
