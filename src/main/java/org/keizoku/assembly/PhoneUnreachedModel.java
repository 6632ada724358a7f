package org.keizoku.assembly;

import org.keizoku.activation.ActivationModel;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/phone-unreached.bpmn. */
public final class PhoneUnreachedModel {

    public static final String PROCESS = "phone-unreached";
    public static final String PHONE_UNREACHED = "Task_PhoneUnreached";

    public static final ProcessVariable<String> ACTIVATION_NUMBER = ActivationModel.ACTIVATION_NUMBER;
    public static final ProcessVariable<String> LEADER = ActivationModel.LEADER;
    public static final ProcessVariable<String> UNREACHED_NAMES = ProcessVariable.of("unreachedNames", String.class);
    public static final ProcessVariable<String> PHONE_RESULT = ProcessVariable.of("phoneResult", String.class);

    private PhoneUnreachedModel() {}
}
