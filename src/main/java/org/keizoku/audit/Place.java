package org.keizoku.audit;

/**
 * Where a page of the record lies: beside an entry, so that what is added meanwhile moves no page and the last is read as fast as the first.
 *
 * @param after the page begins after this id, 0 for the beginning of the record
 * @param before the page ends before this id, 0 where it is not read backwards
 */
record Place(long after, long before) {

    boolean isBackwards() {
        return before > 0;
    }

    boolean isBeginning() {
        return after <= 0 && before <= 0;
    }

    long from() {
        return isBackwards() || after <= 0 ? 1 : after + 1;
    }

    long to() {
        return isBackwards() ? before - 1 : Long.MAX_VALUE - 1;
    }
}
