package org.keizoku.report;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/headquarters-report.bpmn. */
public final class ReportModel {

    public static final String PROCESS = "headquarters-report";
    public static final String SIGN_REPORT = "Task_SignReport";
    public static final String SIGNATURE_OVERDUE = "Event_SignatureOverdue";

    public static final ProcessVariable<Integer> NUMBER = ProcessVariable.of("reportNumber", Integer.class);
    public static final ProcessVariable<String> TEXT = ProcessVariable.of("reportText", String.class);
    public static final ProcessVariable<String> SIGNERS = ProcessVariable.of("signers", String.class);
    public static final ProcessVariable<Date> SIGN_BY = ProcessVariable.of("signBy", Date.class);
    public static final ProcessVariable<String> REMARKS = ProcessVariable.of("reportRemarks", String.class);
    /** Kept by the caller, processes/ict-continuity.bpmn. */
    public static final ProcessVariable<Date> NEXT_REPORT_AT = ProcessVariable.of("nextReportAt", Date.class);

    private ReportModel() {}
}
