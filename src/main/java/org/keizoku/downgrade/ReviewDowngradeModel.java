package org.keizoku.downgrade;

import org.keizoku.activation.ActivationModel;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/review-downgrade.bpmn. */
public final class ReviewDowngradeModel {

    public static final String PROCESS = "review-downgrade";
    public static final String REVIEW = "Task_ReviewDowngrade";

    public static final ProcessVariable<String> LEADER = ActivationModel.LEADER;
    public static final ProcessVariable<String> WHY = ProcessVariable.of("reviewWhy", String.class);
    public static final ProcessVariable<String> RESULT = ProcessVariable.of("reviewResult", String.class);
    public static final ProcessVariable<String> REASON = ProcessVariable.of("reviewReason", String.class);

    private ReviewDowngradeModel() {}
}
