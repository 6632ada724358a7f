package org.keizoku.audit.search;

/** Ids of the ledger from one to another, both included. */
public record Range(long from, long to) {

    public long size() {
        return to - from + 1;
    }
}
