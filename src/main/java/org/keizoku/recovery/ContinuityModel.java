package org.keizoku.recovery;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/ict-continuity.bpmn. */
public final class ContinuityModel {

    public static final String PROCESS = "ict-continuity";
    public static final String SURVEY_SYSTEMS = "Task_SurveySystems";
    public static final String PROPOSE_POLICY = "Task_ProposePolicy";

    public static final ProcessVariable<Object> SYSTEM_OPTIONS = ProcessVariable.of("systemOptions", Object.class);
    public static final ProcessVariable<Object> AFFECTED_SYSTEMS = ProcessVariable.of("affectedSystems", Object.class);
    public static final ProcessVariable<String> AFFECTED_NAMES = ProcessVariable.of("affectedNames", String.class);
    public static final ProcessVariable<String> SURVEY_NOTES = ProcessVariable.of("surveyNotes", String.class);
    public static final ProcessVariable<String> RECOVERY_POLICY = ProcessVariable.of("recoveryPolicy", String.class);
    public static final ProcessVariable<String> POLICY_DECISION = ProcessVariable.of("policyDecision", String.class);
    public static final ProcessVariable<String> DISSOLVE_DECISION =
            ProcessVariable.of("dissolveDecision", String.class);
    public static final ProcessVariable<Object> SYSTEMS_TO_RECOVER =
            ProcessVariable.of("systemsToRecover", Object.class);
    public static final ProcessVariable<Date> NEXT_REPORT_AT = ProcessVariable.of("nextReportAt", Date.class);

    private ContinuityModel() {}
}
