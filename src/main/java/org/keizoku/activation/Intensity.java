package org.keizoku.activation;

import java.util.Optional;
import org.keizoku.engine.Coded;

/** Seismic intensity on the Japanese scale, from 0 to 7. */
public enum Intensity implements Coded {
    I0("0", "0"),
    I1("1", "1"),
    I2("2", "2"),
    I3("3", "3"),
    I4("4", "4"),
    I5_LOWER("5-lower", "5弱"),
    I5_UPPER("5-upper", "5強"),
    I6_LOWER("6-lower", "6弱"),
    I6_UPPER("6-upper", "6強"),
    I7("7", "7");

    private final String code;
    private final String label;

    Intensity(String code, String label) {
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

    public static Optional<Intensity> of(String code) {
        return Coded.of(Intensity.class, code);
    }

    /** The intensity of this code; refused, with the codes there are, when it is none. */
    public static Intensity named(String code) {
        return Coded.named(Intensity.class, "震度(intensity)", code);
    }
}
