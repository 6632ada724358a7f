package org.keizoku.recovery;

import java.util.Date;
import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/vendor-request.bpmn. */
public final class VendorRequestModel {

    public static final String PROCESS = "vendor-request";
    public static final String ASK_VENDOR = "Task_AskVendor";
    public static final String AWAIT_VENDOR = "Task_AwaitVendor";
    public static final String VENDOR_RESULT = "Task_VendorResult";
    public static final String WITHOUT_VENDOR = "Task_WithoutVendor";

    public static final ProcessVariable<String> SYSTEM_ID = SystemRecoveryModel.SYSTEM_ID;
    public static final ProcessVariable<String> SYSTEM_NAME = SystemRecoveryModel.SYSTEM_NAME;
    public static final ProcessVariable<String> VENDOR_NAME = SystemRecoveryModel.VENDOR_NAME;
    public static final ProcessVariable<String> CONTACT = ProcessVariable.of("vendorContact", String.class);
    public static final ProcessVariable<Boolean> CONTACT_LEFT = ProcessVariable.of("contactLeft", Boolean.class);
    public static final ProcessVariable<Date> ANSWER_BY = ProcessVariable.of("vendorAnswerBy", Date.class);
    public static final ProcessVariable<Date> ARRIVAL_DUE_AT = ProcessVariable.of("vendorArrivalDueAt", Date.class);

    public static final ProcessVariable<String> ANSWER = ProcessVariable.of("vendorAnswer", String.class);
    public static final ProcessVariable<String> PROMISED_AT = ProcessVariable.of("vendorPromisedAt", String.class);
    public static final ProcessVariable<String> ANSWER_NOTES = ProcessVariable.of("vendorAnswerNotes", String.class);
    public static final ProcessVariable<String> ARRIVED_AT = ProcessVariable.of("vendorArrivedAt", String.class);
    public static final ProcessVariable<String> RESULT = ProcessVariable.of("vendorResult", String.class);
    public static final ProcessVariable<String> WORK = ProcessVariable.of("vendorWork", String.class);
    public static final ProcessVariable<String> WITHOUT = ProcessVariable.of("withoutVendor", String.class);
    public static final ProcessVariable<String> OTHER_MEANS = ProcessVariable.of("otherMeans", String.class);

    private VendorRequestModel() {}
}
