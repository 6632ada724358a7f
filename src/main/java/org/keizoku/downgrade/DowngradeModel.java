package org.keizoku.downgrade;

import java.util.Date;
import org.keizoku.activation.ActivationModel;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/security-downgrade.bpmn. */
public final class DowngradeModel {

    public static final String PROCESS = "security-downgrade";
    public static final String APPLY = "Task_ApplyDowngrade";
    public static final String APPROVAL_LAPSED = "Event_ApprovalLapsed";

    public static final ProcessVariable<String> ACTIVATION_NUMBER = ActivationModel.ACTIVATION_NUMBER;

    /** Which matter this run is about; an activation may have several. */
    public static final ProcessVariable<Long> NUMBER = ProcessVariable.of("downgradeNumber", Long.class);

    public static final ProcessVariable<String> TITLE = ProcessVariable.of("downgradeTitle", String.class);
    /** Where its evidence is added. */
    public static final ProcessVariable<String> PAGE = ProcessVariable.of("downgradePage", String.class);

    /** What the request said when the approver was asked. */
    public static final ProcessVariable<String> FINGERPRINT = ProcessVariable.of("downgradeFingerprint", String.class);

    public static final ProcessVariable<Boolean> BREAK_GLASS = ProcessVariable.of("breakGlass", Boolean.class);
    public static final ProcessVariable<Boolean> TEMPORARY = ProcessVariable.of("temporary", Boolean.class);
    public static final ProcessVariable<String> OPENS = ProcessVariable.of("opens", String.class);
    public static final ProcessVariable<Date> LAPSES_AT = ProcessVariable.of("approvalLapsesAt", Date.class);
    public static final ProcessVariable<Boolean> APPROVED = ProcessVariable.of("downgradeApproved", Boolean.class);

    /** What the request says. */
    public static final ProcessVariable<String> MATTER = ProcessVariable.of("downgradeMatter", String.class);

    public static final ProcessVariable<String> LEVEL = ProcessVariable.of("informationLevel", String.class);
    public static final ProcessVariable<String> TARGET = ProcessVariable.of("downgradeTarget", String.class);
    public static final ProcessVariable<String> REASON = ProcessVariable.of("downgradeReason", String.class);
    public static final ProcessVariable<String> COMPENSATION = ProcessVariable.of("compensation", String.class);
    public static final ProcessVariable<String> RESTORATION = ProcessVariable.of("restoration", String.class);
    public static final ProcessVariable<String> EXECUTOR = ProcessVariable.of("executor", String.class);
    public static final ProcessVariable<String> UNTIL = ProcessVariable.of("downgradeUntil", String.class);
    public static final ProcessVariable<String> URGENCY = ProcessVariable.of("urgency", String.class);

    /** What the approver said, out of the decision. */
    public static final ProcessVariable<String> DECISION = ProcessVariable.of("downgradeDecision", String.class);

    public static final ProcessVariable<String> DECIDED_BY = ProcessVariable.of("downgradeDecidedBy", String.class);
    public static final ProcessVariable<String> DECIDED_AS = ProcessVariable.of("downgradeDecidedAs", String.class);
    public static final ProcessVariable<String> DECISION_REASON =
            ProcessVariable.of("downgradeDecisionReason", String.class);

    /** What the executor brings back: whether it was applied or dropped, and with what evidence. */
    public static final ProcessVariable<String> APPLY_RESULT = ProcessVariable.of("applyResult", String.class);

    public static final ProcessVariable<String> APPLY_NOTE = ProcessVariable.of("applyNote", String.class);

    private DowngradeModel() {}
}
