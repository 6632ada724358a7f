package org.keizoku.downgrade;

import org.keizoku.activation.ActivationModel;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/downgrade-extension.bpmn. */
public final class ExtensionModel {

    public static final String PROCESS = "downgrade-extension";

    public static final ProcessVariable<String> ACTIVATION_NUMBER = ActivationModel.ACTIVATION_NUMBER;
    public static final ProcessVariable<Long> NUMBER = DowngradeModel.NUMBER;
    public static final ProcessVariable<Long> EXTENSION = ProcessVariable.of("extensionNumber", Long.class);
    public static final ProcessVariable<Boolean> APPROVED = ProcessVariable.of("extensionApproved", Boolean.class);

    /** What the form says. */
    public static final ProcessVariable<String> EXTENDED = ProcessVariable.of("extendedDowngrade", String.class);

    public static final ProcessVariable<String> UNTIL = ProcessVariable.of("extendedUntil", String.class);
    public static final ProcessVariable<String> REASON = ProcessVariable.of("extensionReason", String.class);

    private ExtensionModel() {}
}
