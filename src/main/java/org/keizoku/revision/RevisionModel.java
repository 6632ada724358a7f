package org.keizoku.revision;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/plan-revision.bpmn. */
public final class RevisionModel {

    public static final String PROCESS = "plan-revision";
    public static final String EFFECTIVE_DATE = "Event_EffectiveDate";

    /** Which proposal this run is about; it belongs to no activation, so no business key tells. */
    public static final ProcessVariable<Long> NUMBER = ProcessVariable.of("revisionNumber", Long.class);

    public static final ProcessVariable<Boolean> CHECK_PASSED = ProcessVariable.of("checkPassed", Boolean.class);
    public static final ProcessVariable<String> BRIEFING = ProcessVariable.of("revisionBriefing", String.class);
    public static final ProcessVariable<Boolean> APPROVED = ProcessVariable.of("revisionApproved", Boolean.class);
    public static final ProcessVariable<Date> EFFECTIVE_AT = ProcessVariable.of("effectiveAt", Date.class);
    public static final ProcessVariable<Boolean> BASE_UNCHANGED = ProcessVariable.of("baseUnchanged", Boolean.class);

    static final String WITHDRAWN = "plan-revision-withdrawn";

    private RevisionModel() {}
}
