package org.keizoku.activation;

import java.util.Map;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/activation-correction.bpmn. */
public final class CorrectionModel {

    public static final String PROCESS = "activation-correction";

    public static final ProcessVariable<String> ACTIVATION_NUMBER = ActivationModel.ACTIVATION_NUMBER;
    public static final ProcessVariable<String> REQUESTED_CHANGE = ProcessVariable.of("requestedChange", String.class);
    public static final ProcessVariable<String> CORRECTED_INTENSITY =
            ProcessVariable.of("correctedIntensity", String.class);
    public static final ProcessVariable<String> REASON = ProcessVariable.of("correctionReason", String.class);
    public static final ProcessVariable<String> DECISION = ProcessVariable.of("correctionDecision", String.class);
    /** The row of the regime table that fits the corrected event. */
    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<Map> CORRECTED_ROW = ProcessVariable.of("correctedRow", Map.class);

    public static final ProcessVariable<Boolean> REGIME_CHANGES = ProcessVariable.of("regimeChanges", Boolean.class);
    /** Who asked for it: told when it is refused. */
    public static final ProcessVariable<String> REQUESTED_BY = ProcessVariable.of("requestedBy", String.class);

    private CorrectionModel() {}
}
