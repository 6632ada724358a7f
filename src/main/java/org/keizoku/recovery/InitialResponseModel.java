package org.keizoku.recovery;

import org.keizoku.engine.ProcessVariable;

/** What Java knows of processes/initial-response.bpmn. */
public final class InitialResponseModel {

    public static final String PROCESS = "initial-response";
    public static final String WAIT_FOR_SAFETY = "Task_WaitForSafety";
    public static final String SURVEY_SITE = "Task_SurveySite";
    public static final String DAMAGE_SHEET = "Task_DamageSheet";

    /** The form whose entries are kept whole, as 様式11 is one sheet. */
    public static final String SIMPLE_DAMAGE_SHEET = "damage-sheet";

    public static final ProcessVariable<String> COMMAND_DECISION = ProcessVariable.of("commandDecision", String.class);
    public static final ProcessVariable<String> RECOVERY_BASE = ProcessVariable.of("recoveryBase", String.class);
    public static final ProcessVariable<String> SAFETY_CHECK = ProcessVariable.of("safetyCheck", String.class);

    public static final ProcessVariable<Object> SITES = ProcessVariable.of("sites", Object.class);
    public static final ProcessVariable<String> SITE_ID = ProcessVariable.of("siteId", String.class);
    public static final ProcessVariable<String> SITE_NAME = ProcessVariable.of("siteName", String.class);
    public static final ProcessVariable<String> SURVEYOR = ProcessVariable.of("surveyor", String.class);
    public static final ProcessVariable<String> SITE_USABLE = ProcessVariable.of("siteUsable", String.class);
    public static final ProcessVariable<String> SITE_ENTRY = ProcessVariable.of("siteEntry", String.class);
    public static final ProcessVariable<String> SITE_POWER = ProcessVariable.of("sitePower", String.class);
    public static final ProcessVariable<String> SITE_NETWORK = ProcessVariable.of("siteNetwork", String.class);
    public static final ProcessVariable<String> SITE_NOTES = ProcessVariable.of("siteNotes", String.class);
    public static final ProcessVariable<String> DAMAGE_PLACE = ProcessVariable.of("damagePlace", String.class);

    private InitialResponseModel() {}
}
