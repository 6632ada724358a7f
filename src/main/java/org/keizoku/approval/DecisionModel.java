package org.keizoku.approval;

import java.util.Date;
import org.keizoku.engine.Hands;
import org.keizoku.engine.ProcessVariable;
import org.keizoku.engine.TaskBasis;

/** What Java knows of processes/decide-with-deputies.bpmn. */
public final class DecisionModel {

    public static final String PROCESS = "decide-with-deputies";
    public static final String DECIDE = "Task_Decide";
    public static final String RANK_SILENT = "Event_RankSilent";

    /** Which decision of the plan this run makes. */
    public static final ProcessVariable<String> DECISION_ID = ProcessVariable.of("decisionId", String.class);

    /** The matter that the caller carries on, where it has one: whoever asked for something does not decide it. */
    public static final ProcessVariable<String> MATTER = ProcessVariable.of(Hands.MATTER, String.class);
    /** The role that decides where the matter and not the plan's decision says it; absent otherwise. */
    public static final ProcessVariable<String> ROLE = ProcessVariable.of("decisionRole", String.class);

    public static final ProcessVariable<String> TITLE = ProcessVariable.of("decisionTitle", String.class);
    public static final ProcessVariable<String> FACTS = ProcessVariable.of("decisionFacts", String.class);
    /** The deadline in words, and who is asked when it has passed. */
    public static final ProcessVariable<String> ON_SILENCE = ProcessVariable.of("onSilence", String.class);

    public static final ProcessVariable<Object> OPTIONS = ProcessVariable.of("decisionOptions", Object.class);
    public static final ProcessVariable<String> DECIDERS = ProcessVariable.of("deciders", String.class);
    public static final ProcessVariable<Date> NEXT_RANK_AT = ProcessVariable.of("nextRankAt", Date.class);
    public static final ProcessVariable<Boolean> MORE_RANKS = ProcessVariable.of("moreRanks", Boolean.class);

    /** Under which clauses the plan itself says who makes it. */
    public static final ProcessVariable<String> CLAUSES = ProcessVariable.of(TaskBasis.PLAN_CLAUSES, String.class);

    /** What the form brings back. */
    public static final ProcessVariable<String> FORM_OUTCOME = ProcessVariable.of("decisionOutcome", String.class);

    public static final ProcessVariable<String> FORM_REASON = ProcessVariable.of("decisionReason", String.class);

    /** What the caller takes out. */
    public static final ProcessVariable<String> OUTCOME = ProcessVariable.of("outcome", String.class);

    public static final ProcessVariable<String> DECIDED_BY = ProcessVariable.of("decidedBy", String.class);
    public static final ProcessVariable<String> DECIDED_AS = ProcessVariable.of("decidedAs", String.class);

    private DecisionModel() {}
}
