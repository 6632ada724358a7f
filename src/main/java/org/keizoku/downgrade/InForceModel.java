package org.keizoku.downgrade;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/downgrade-in-force.bpmn. */
public final class InForceModel {

    public static final String PROCESS = "downgrade-in-force";
    public static final String RESTORE = "Task_RestoreDowngrade";
    public static final String VERIFY = "Task_VerifyRestoration";
    public static final String COLLECT_LOG = "Task_CollectAccessLog";
    public static final String RECORD_ENTRY = "Task_RecordEntry";
    public static final String DUE = "Event_DowngradeDue";

    /** The end of a lowering is another one than before. */
    static final String END_CHANGED = "downgrade-end-changed";

    public static final ProcessVariable<Date> UNTIL_AT = ProcessVariable.of("downgradeUntilAt", Date.class);
    public static final ProcessVariable<Date> NEXT_LOOK_AT = ProcessVariable.of("nextDowngradeLookAt", Date.class);
    /** Whether there is nothing left to watch: put back, verified, its records closed. */
    public static final ProcessVariable<Boolean> ENDED = ProcessVariable.of("downgradeEnded", Boolean.class);

    public static final ProcessVariable<String> HOW_RESTORED = ProcessVariable.of("restoreNote", String.class);
    public static final ProcessVariable<String> VERIFIED = ProcessVariable.of("restorationVerified", String.class);
    public static final ProcessVariable<String> FINDINGS = ProcessVariable.of("restorationFindings", String.class);

    public static final ProcessVariable<String> LOG_SYSTEMS = ProcessVariable.of("logSystems", String.class);
    public static final ProcessVariable<String> LOG_STARTED = ProcessVariable.of("logStartedAt", String.class);
    public static final ProcessVariable<String> LOG_KEPT = ProcessVariable.of("logKeptWhere", String.class);
    public static final ProcessVariable<String> LOG_FINDINGS = ProcessVariable.of("logFindings", String.class);

    public static final ProcessVariable<String> REGISTER_ACTION = ProcessVariable.of("registerAction", String.class);
    public static final ProcessVariable<String> VISITOR_NAME = ProcessVariable.of("visitorName", String.class);
    public static final ProcessVariable<String> VISITOR_SECTION = ProcessVariable.of("visitorSection", String.class);
    public static final ProcessVariable<String> ENTERED_AT = ProcessVariable.of("enteredAt", String.class);
    public static final ProcessVariable<String> LEFT_AT = ProcessVariable.of("leftAt", String.class);
    public static final ProcessVariable<String> PURPOSE = ProcessVariable.of("visitPurpose", String.class);

    private InForceModel() {}
}
