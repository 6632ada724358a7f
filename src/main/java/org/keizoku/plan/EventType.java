package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What kind of thing happened. */
public enum EventType {
    EARTHQUAKE("earthquake", "地震"),
    WIND_FLOOD("wind-flood", "風水害"),
    SECURITY_INCIDENT("security-incident", "セキュリティ事故"),
    SYSTEM_FAILURE("system-failure", "システム障害"),
    POWER_OUTAGE("power-outage", "停電"),
    EPIDEMIC("epidemic", "感染症"),
    OTHER("other", "その他");

    private final String code;
    private final String label;

    EventType(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The word that plans, forms, decision tables and the API use. */
    @JsonValue
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<EventType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
