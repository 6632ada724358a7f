package org.keizoku.activation;

import java.util.Map;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/response.bpmn. */
public final class ResponseModel {

    public static final String PROCESS = "response";
    public static final String MONITOR = "Task_Monitor";
    public static final String ORDINARY_FAILURE = "Task_OrdinaryFailure";

    /** The message that a superior took back whether continuity starts: the response goes the other way from where it is. */
    public static final String START_TAKEN_BACK = "taken-back-start-continuity";

    public static final ProcessVariable<Boolean> HEADQUARTERS_SET_UP = ActivationModel.HEADQUARTERS_SET_UP;
    public static final ProcessVariable<Boolean> GRAVE_DAMAGE = ActivationModel.GRAVE_DAMAGE;
    /** The row of the regime table that fits. */
    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<Map> REGIME_ROW = ProcessVariable.of("regimeRow", Map.class);

    public static final ProcessVariable<String> REGIME = ProcessVariable.of("regime", String.class);
    /** Who is asked to come, and whether to the office: ids that the regime table gives. */
    public static final ProcessVariable<String> ASSEMBLES = ProcessVariable.of("assembles", String.class);

    public static final ProcessVariable<String> ATTENDANCE = ProcessVariable.of("attendance", String.class);
    /** The row of the table on the course of the response that fits. */
    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<Map> COURSE_ROW = ProcessVariable.of("courseRow", Map.class);

    /** What everybody who is called does first, in words; absent where the plan says nothing. */
    public static final ProcessVariable<String> FIRST_ACTION = ProcessVariable.of("firstAction", String.class);
    /** Whether the sites are surveyed. */
    public static final ProcessVariable<Boolean> SITE_SURVEY = ProcessVariable.of("siteSurvey", Boolean.class);
    /** The role that gets the reports; absent for headquarters. */
    public static final ProcessVariable<String> REPORTS_TO = ProcessVariable.of("reportsTo", String.class);
    /** The role that hears of the call-out besides those called; absent for nobody. */
    public static final ProcessVariable<String> ALSO_TOLD = ProcessVariable.of("alsoTold", String.class);
    /** The manual that the event calls for. */
    public static final ProcessVariable<String> MANUAL = ProcessVariable.of("manual", String.class);

    public static final ProcessVariable<String> STRUCTURE_DECISION =
            ProcessVariable.of("structureDecision", String.class);
    public static final ProcessVariable<String> CONTINUITY_DECISION =
            ProcessVariable.of("continuityDecision", String.class);
    public static final ProcessVariable<String> SITUATION_CHANGED =
            ProcessVariable.of("situationChanged", String.class);
    public static final ProcessVariable<String> MONITOR_FINDINGS = ProcessVariable.of("monitorFindings", String.class);
    public static final ProcessVariable<String> ORDINARY_RESULT = ProcessVariable.of("ordinaryResult", String.class);

    private ResponseModel() {}
}
