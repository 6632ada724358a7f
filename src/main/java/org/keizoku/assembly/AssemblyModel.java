package org.keizoku.assembly;

import java.util.Date;
import org.keizoku.activation.ActivationModel;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/safety-and-assembly.bpmn. */
public final class AssemblyModel {

    public static final String PROCESS = "safety-and-assembly";
    public static final String CONFIRM_ASSEMBLY = "Task_ConfirmAssembly";
    public static final String PHONE_SILENT = "Task_PhoneSilent";

    /** The names of the messages that answers bring about. */
    public static final String ALL_ANSWERED = "all-answered";

    public static final String QUORUM_REACHED = "quorum-reached";

    public static final ProcessVariable<String> ACTIVATION_NUMBER = ActivationModel.ACTIVATION_NUMBER;
    public static final ProcessVariable<Date> REMIND_AT = ProcessVariable.of("remindAt", Date.class);
    public static final ProcessVariable<Date> DEADLINE = ProcessVariable.of("assemblyDeadline", Date.class);
    public static final ProcessVariable<Integer> ROUND = ProcessVariable.of("reminderRound", Integer.class);
    public static final ProcessVariable<Boolean> REMIND_AGAIN = ProcessVariable.of("remindAgain", Boolean.class);
    public static final ProcessVariable<String> SILENT_NAMES = ProcessVariable.of("silentNames", String.class);
    public static final ProcessVariable<String> REPORT = ProcessVariable.of("assemblyReport", String.class);
    public static final ProcessVariable<String> PHONE_RESULT = ProcessVariable.of("phoneResult", String.class);

    private AssemblyModel() {}
}
