package org.keizoku.audit;

import java.util.Set;

/** The kinds of entry that tell how something went on, step by step: in the ledger all of them, shown to who asks for them. */
public final class Details {

    public static final Set<String> KINDS =
            Set.of("notice-handed-over", "notice-postponed", "notice-reported", "timer-cancelled");

    private Details() {}
}
