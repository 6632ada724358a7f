package org.keizoku.approval;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/ratify-decision.bpmn. */
public final class RatificationModel {

    public static final String PROCESS = "ratify-decision";
    public static final String RATIFY = "Task_Ratify";
    public static final String FOLLOW_TAKEN_BACK = "Task_FollowTakenBack";
    public static final String RATIFICATION_OVER = "Event_RatificationOver";

    /** The message that the activation is closed or stood down. */
    public static final String ACTIVATION_ENDED = "activation-ended";

    /** The run of decide-with-deputies that made the decision. */
    public static final ProcessVariable<String> DECISION_RUN = ProcessVariable.of("decisionRun", String.class);

    public static final ProcessVariable<String> TITLE = ProcessVariable.of("decisionTitle", String.class);
    public static final ProcessVariable<String> BRIEFING = ProcessVariable.of("ratifyBriefing", String.class);
    public static final ProcessVariable<String> SUPERIORS = ProcessVariable.of("superiors", String.class);
    public static final ProcessVariable<String> LEADER = ProcessVariable.of("leader", String.class);
    public static final ProcessVariable<Date> RATIFY_BY = ProcessVariable.of("ratifyBy", Date.class);

    /** What could have been decided instead: the decision's other options. */
    public static final ProcessVariable<Object> OTHER_OPTIONS = ProcessVariable.of("otherOptions", Object.class);

    /** What the form brings back. */
    public static final ProcessVariable<String> OUTCOME = ProcessVariable.of("ratification", String.class);

    /** The value of the option that the superior decided instead; absent where the decision was ratified. */
    public static final ProcessVariable<String> DECIDED_INSTEAD = ProcessVariable.of("decidedInstead", String.class);

    /** What that is called on the screen. */
    public static final ProcessVariable<String> INSTEAD_LABEL = ProcessVariable.of("insteadLabel", String.class);

    public static final ProcessVariable<String> REASON = ProcessVariable.of("ratificationReason", String.class);

    /** What the leader did about a decision that was taken back. */
    public static final ProcessVariable<String> DONE_ABOUT_IT = ProcessVariable.of("takenBackDone", String.class);

    private RatificationModel() {}
}
