package org.keizoku.activation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keizoku.engine.Refused;

/** Seismic intensity on the Japanese scale, from 0 to 7. */
public enum Intensity {
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

    /** The word that forms, decision tables and the API use, for example {@code 6-lower}. */
    public String code() {
        return code;
    }

    /** As people write it, for example 6弱. */
    public String label() {
        return label;
    }

    public static Optional<Intensity> of(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    /** The intensity of this code; refused, with the codes there are, when it is none. */
    public static Intensity named(String code) {
        return of(code).orElseThrow(
                        () -> new Refused("震度(intensity)「%s」はありません。次から選んでください: %s".formatted(code, codes())));
    }

    /** All codes, for a message to somebody who gave another. */
    public static String codes() {
        return Arrays.stream(values()).map(Intensity::code).collect(Collectors.joining(", "));
    }
}
