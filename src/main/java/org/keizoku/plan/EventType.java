package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.keizoku.engine.Coded;

/** What kind of thing happened. */
public enum EventType implements Coded {
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

    @Override
    @JsonValue
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    public static Optional<EventType> of(String code) {
        return Coded.of(EventType.class, code);
    }
}
