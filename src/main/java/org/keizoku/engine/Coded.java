package org.keizoku.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A fixed choice: forms, decision tables and the API know it by its code, people by its label. */
public interface Coded {

    /** For example {@code 6-lower}. */
    String code();

    /** As people write it, for example 6弱. */
    String label();

    static <E extends Enum<E> & Coded> Optional<E> of(Class<E> choice, String code) {
        return Arrays.stream(choice.getEnumConstants())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }

    /** The value of this code; refused, with the codes there are, when it is none. */
    static <E extends Enum<E> & Coded> E named(Class<E> choice, String what, String code) {
        return of(choice, code)
                .orElseThrow(() -> new Refused("%s「%s」はありません。次から選んでください: %s".formatted(what, code, codes(choice))));
    }

    /** All codes, for a message to somebody who gave another. */
    static <E extends Enum<E> & Coded> String codes(Class<E> choice) {
        return Arrays.stream(choice.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", "));
    }
}
