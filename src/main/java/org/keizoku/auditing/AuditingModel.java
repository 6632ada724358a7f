package org.keizoku.auditing;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/security-audit.bpmn. */
public final class AuditingModel {

    public static final String PROCESS = "security-audit";
    public static final String PLAN = "Task_PlanAudit";
    public static final String CONDUCT = "Task_ConductAudit";
    public static final String REPORT = "Task_ReportAudit";
    public static final String EVALUATE = "Task_EvaluateAudit";
    public static final String PLAN_IMPROVEMENT = "Task_PlanImprovement";

    /** The message that ends the run. */
    public static final String WITHDRAWN = "audit-withdrawn";

    /** Which audit this run is about; it belongs to no activation, so no business key tells. */
    public static final ProcessVariable<Long> NUMBER = ProcessVariable.of("auditNumber", Long.class);

    public static final ProcessVariable<String> BRIEFING = ProcessVariable.of("auditBriefing", String.class);
    public static final ProcessVariable<String> LEAD = ProcessVariable.of("auditLead", String.class);
    public static final ProcessVariable<String> AUDITORS = ProcessVariable.of("auditors", String.class);
    public static final ProcessVariable<String> COMMISSIONER = ProcessVariable.of("auditCommissioner", String.class);

    public static final ProcessVariable<Object> ROLE_OPTIONS = ProcessVariable.of("auditedRoleOptions", Object.class);
    public static final ProcessVariable<String> AUDITED_ROLE = ProcessVariable.of("auditedRole", String.class);
    public static final ProcessVariable<String> AUDITED_FROM = ProcessVariable.of("auditedFrom", String.class);
    public static final ProcessVariable<String> AUDITED_UNTIL = ProcessVariable.of("auditedUntil", String.class);
    public static final ProcessVariable<String> ITEMS = ProcessVariable.of("auditItems", String.class);
    public static final ProcessVariable<String> CONDUCT_UNTIL = ProcessVariable.of("auditConductUntil", String.class);
    public static final ProcessVariable<String> RESULT = ProcessVariable.of("auditResult", String.class);
    public static final ProcessVariable<String> OUTCOME = ProcessVariable.of("auditOutcome", String.class);
    public static final ProcessVariable<String> FINDINGS = ProcessVariable.of("auditFindings", String.class);
    public static final ProcessVariable<String> REPORT_WORDS = ProcessVariable.of("auditReport", String.class);
    public static final ProcessVariable<String> EVALUATION = ProcessVariable.of("auditEvaluation", String.class);
    public static final ProcessVariable<String> IMPROVEMENT_CHOICE =
            ProcessVariable.of("improvementChoice", String.class);
    public static final ProcessVariable<String> IMPROVEMENT_PLAN = ProcessVariable.of("improvementPlan", String.class);
    public static final ProcessVariable<String> IMPROVE_UNTIL = ProcessVariable.of("improveUntil", String.class);

    public static final ProcessVariable<Date> PLAN_BY = ProcessVariable.of("auditPlanBy", Date.class);
    public static final ProcessVariable<Date> CONDUCT_BY = ProcessVariable.of("auditConductBy", Date.class);
    public static final ProcessVariable<Date> REPORT_BY = ProcessVariable.of("auditReportBy", Date.class);
    public static final ProcessVariable<Date> EVALUATE_BY = ProcessVariable.of("auditEvaluateBy", Date.class);
    public static final ProcessVariable<Date> IMPROVEMENT_PLAN_BY = ProcessVariable.of("improvementPlanBy", Date.class);
    public static final ProcessVariable<Boolean> IMPROVEMENT_NEEDED =
            ProcessVariable.of("improvementNeeded", Boolean.class);

    /** When somebody is told of the open step's deadline next. */
    public static final ProcessVariable<Date> LOOK_AT = ProcessVariable.of("auditLookAt", Date.class);

    /** A step was done, so that another deadline counts. */
    public static final ProcessVariable<Boolean> STEP_DONE = ProcessVariable.of("auditStepDone", Boolean.class);

    public static final ProcessVariable<Boolean> OVER = ProcessVariable.of("auditOver", Boolean.class);

    private AuditingModel() {}
}
