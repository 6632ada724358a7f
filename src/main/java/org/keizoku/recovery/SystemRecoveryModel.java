package org.keizoku.recovery;

import java.util.Date;
import java.util.Map;
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
    /** The letter, as the tables ask for it; the number next to it orders the tasks. */
    public static final ProcessVariable<String> PRIORITY_LETTER = ProcessVariable.of("priority", String.class);

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

    /** The decision tables that this plan asks, and the rows that fit. */
    public static final ProcessVariable<String> LEVEL_TABLE = ProcessVariable.of("levelTable", String.class);

    public static final ProcessVariable<String> SUBSTITUTE_TABLE = ProcessVariable.of("substituteTable", String.class);
    public static final ProcessVariable<String> WAY_TABLE = ProcessVariable.of("wayTable", String.class);

    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<Map> LEVEL_ROW = ProcessVariable.of("levelRow", Map.class);

    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<Map> IMPACT_ROW = ProcessVariable.of("impactRow", Map.class);

    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<Map> WAY_ROW = ProcessVariable.of("wayRow", Map.class);

    /** What else the tables ask for. */
    public static final ProcessVariable<String> FAILURE_PLACE = ProcessVariable.of("failurePlace", String.class);

    public static final ProcessVariable<String> SEPARATE_LINE = ProcessVariable.of("separateLine", String.class);
    public static final ProcessVariable<String> RECOVERY_BASE = InitialResponseModel.RECOVERY_BASE;
    public static final ProcessVariable<String> HOSTING = ProcessVariable.of("hosting", String.class);
    public static final ProcessVariable<Boolean> VENDOR_NAMED = ProcessVariable.of("vendorNamed", Boolean.class);
    public static final ProcessVariable<Boolean> WITHIN_RTO = ProcessVariable.of("withinRto", Boolean.class);
    public static final ProcessVariable<Boolean> ALTERNATE_BASE = ProcessVariable.of("alternateBase", Boolean.class);

    /** What they say, for the forms. */
    public static final ProcessVariable<String> TARGET_LEVEL = ProcessVariable.of("targetLevel", String.class);

    public static final ProcessVariable<String> IMPACT = ProcessVariable.of("impact", String.class);
    public static final ProcessVariable<String> WAY = ProcessVariable.of("recoveryWay", String.class);
    public static final ProcessVariable<Boolean> REQUEST_VENDOR = ProcessVariable.of("requestVendor", Boolean.class);
    public static final ProcessVariable<String> VENDOR_NAME = ProcessVariable.of("vendorName", String.class);

    private SystemRecoveryModel() {}
}
