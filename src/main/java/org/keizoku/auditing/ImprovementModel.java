package org.keizoku.auditing;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/carry-out-improvement.bpmn. */
public final class ImprovementModel {

    public static final String PROCESS = "carry-out-improvement";
    public static final String IMPROVE = "Task_Improve";
    public static final String CONFIRM = "Task_ConfirmImprovement";

    public static final ProcessVariable<String> SECTION = ProcessVariable.of("auditedSection", String.class);
    public static final ProcessVariable<Date> IMPROVE_BY = ProcessVariable.of("improveBy", Date.class);
    public static final ProcessVariable<String> DONE = ProcessVariable.of("improvementDone", String.class);
    public static final ProcessVariable<String> CHECK = ProcessVariable.of("improvementCheck", String.class);
    public static final ProcessVariable<String> CHECK_NOTE = ProcessVariable.of("improvementCheckNote", String.class);
    public static final ProcessVariable<Boolean> SUFFICIENT =
            ProcessVariable.of("improvementSufficient", Boolean.class);

    private ImprovementModel() {}
}
