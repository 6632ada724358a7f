package org.keizoku.audit.search;

import org.keizoku.audit.LedgerOnTrial;

/** The blocks of a ledger on trial. */
public final class BlocksOnTrial {

    private BlocksOnTrial() {}

    public static Blocks of(LedgerOnTrial ledger) {
        return new Blocks(ledger.jdbc(), ledger.transaction());
    }
}
