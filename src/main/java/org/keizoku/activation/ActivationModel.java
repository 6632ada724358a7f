package org.keizoku.activation;

import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/activation.bpmn and of the variables that every procedure of an activation carries. */
public final class ActivationModel {

    public static final String PROCESS = "activation";
    public static final String RETURN_TO_NORMAL = "Task_ReturnToNormal";

    /** The names of the messages that end or restart the response. */
    public static final String STOOD_DOWN = "activation-stood-down";

    public static final String CORRECTED = "activation-corrected";

    public static final ProcessVariable<String> ACTIVATION_NUMBER =
            ProcessVariable.of("activationNumber", String.class);
    public static final ProcessVariable<String> EVENT_TYPE = ProcessVariable.of("eventType", String.class);
    public static final ProcessVariable<String> INTENSITY = ProcessVariable.of("intensity", String.class);
    public static final ProcessVariable<String> TYPHOON = ProcessVariable.of("typhoon", String.class);
    public static final ProcessVariable<Boolean> HEADQUARTERS_SET_UP =
            ProcessVariable.of("headquartersSetUp", Boolean.class);
    public static final ProcessVariable<Boolean> GRAVE_DAMAGE = ProcessVariable.of("graveDamage", Boolean.class);
    /** Whether the event struck in the plan's working hours. */
    public static final ProcessVariable<Boolean> WORKING_HOURS = ProcessVariable.of("workingHours", Boolean.class);

    public static final ProcessVariable<String> OCCURRED_AT = ProcessVariable.of("occurredAt", String.class);
    /** Whether the activation is a drill; asked at the start only, from then on the number says it. */
    public static final ProcessVariable<Boolean> DRILL = ProcessVariable.of("drill", Boolean.class);

    public static final ProcessVariable<String> SITUATION = ProcessVariable.of("situation", String.class);
    public static final ProcessVariable<Boolean> RESPONDED = ProcessVariable.of("responded", Boolean.class);
    public static final ProcessVariable<String> ALL_NORMAL = ProcessVariable.of("allNormal", String.class);
    public static final ProcessVariable<String> REMAINING_WORK = ProcessVariable.of("remainingWork", String.class);

    /** The engine's groups behind the parts of the procedures. */
    public static final ProcessVariable<String> STAFF = ProcessVariable.of("staff", String.class);

    public static final ProcessVariable<String> LEADER = ProcessVariable.of("leader", String.class);

    /** The processes that this plan runs for the shared procedures. */
    public static final ProcessVariable<String> INITIAL_RESPONSE_PROCESS =
            ProcessVariable.of("initialResponseProcess", String.class);

    public static final ProcessVariable<String> CONTINUITY_PROCESS =
            ProcessVariable.of("continuityProcess", String.class);

    /** The decision tables that this plan asks. */
    public static final ProcessVariable<String> REGIME_TABLE = ProcessVariable.of("regimeTable", String.class);

    public static final ProcessVariable<String> MANUAL_TABLE = ProcessVariable.of("manualTable", String.class);

    public static final ProcessVariable<String> COURSE_TABLE = ProcessVariable.of("courseTable", String.class);

    /** What a person who decides must know by now, in a few lines. */
    public static final ProcessVariable<String> BRIEFING = ProcessVariable.of("briefing", String.class);

    private ActivationModel() {}
}
