package org.keizoku.report;

import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/after-action-review.bpmn. */
public final class ReviewModel {

    public static final String PROCESS = "after-action-review";
    public static final String REVIEW_RECORD = "Task_ReviewRecord";

    public static final ProcessVariable<String> RECORD_TEXT = ProcessVariable.of("recordText", String.class);
    public static final ProcessVariable<String> FINDINGS = ProcessVariable.of("reviewFindings", String.class);
    public static final ProcessVariable<String> IMPROVEMENTS = ProcessVariable.of("reviewImprovements", String.class);

    private ReviewModel() {}
}
