package org.keizoku.audit.retention;

import java.util.List;

/**
 * What would be removed: everything from the beginning to the end of a seal.
 *
 * @param lastSeal the number of the last seal whose entries go
 * @param lastEntry the last id that goes
 * @param kept why it does not reach further although older entries stay, in Japanese
 */
record Period(long lastSeal, long lastEntry, List<String> kept) {

    static final Period NOTHING = new Period(0, 0, List.of());

    boolean isEmpty() {
        return lastSeal == 0;
    }
}
