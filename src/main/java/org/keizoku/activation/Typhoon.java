package org.keizoku.activation;

import java.util.Optional;
import org.keizoku.engine.Coded;

/** The size of a typhoon as the Meteorological Agency names it, with medium for those below its two classes. */
public enum Typhoon implements Coded {
    MEDIUM("medium", "中型以下"),
    LARGE("large", "大型"),
    VERY_LARGE("very-large", "超大型");

    private final String code;
    private final String label;

    Typhoon(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    public static Optional<Typhoon> of(String code) {
        return Coded.of(Typhoon.class, code);
    }

    /** The size of this code; refused, with the codes there are, when it is none. */
    public static Typhoon named(String code) {
        return Coded.named(Typhoon.class, "台風の大きさ(typhoon)", code);
    }
}
