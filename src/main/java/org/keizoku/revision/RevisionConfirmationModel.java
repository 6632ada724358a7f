package org.keizoku.revision;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/confirm-revision.bpmn. */
public final class RevisionConfirmationModel {

    public static final String PROCESS = "confirm-revision";
    public static final String CONFIRMATIONS_DUE = "Event_ConfirmationsDue";

    public static final ProcessVariable<Date> CONFIRM_BY = ProcessVariable.of("confirmBy", Date.class);

    static final String EVERYONE_CONFIRMED = "plan-revision-confirmed";

    private RevisionConfirmationModel() {}
}
