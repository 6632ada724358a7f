package org.keizoku.plan.page;

import java.util.Locale;

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

    String of(Object id) {
        return "%s-%s".formatted(name().toLowerCase(Locale.ROOT).replace('_', '-'), id);
    }
}
