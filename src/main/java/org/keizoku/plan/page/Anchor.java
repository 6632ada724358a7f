package org.keizoku.plan.page;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Where on the page an entry of this kind stands. */
enum Anchor {
    STRUCTURE,
    ROLE,
    DECISION,
    PLACE,
    SITE,
    BASE,
    START_CLASS,
    SYSTEM,
    SYSTEM_LIST,
    VENDOR,
    ORGANISATION,
    NOTICE,
    TRAINING,
    CHECK,
    DOCUMENT,
    REFERENCE,
    SHEET,
    OFFICE,
    LEVEL,
    APPROVAL,
    SEPARATION,
    LIMIT,
    STANDARD_SHEET;

    /** An entry for each of these, which have no id but their number, from 1. */
    <T> List<Entry> numbered(List<T> all, BiFunction<String, T, Entry> entry) {
        return IntStream.range(0, all.size())
                .mapToObj(n -> entry.apply(of(n + 1), all.get(n)))
                .toList();
    }

    String of(Object id) {
        return "%s-%s".formatted(name().toLowerCase(Locale.ROOT).replace('_', '-'), id);
    }
}
