package org.keizoku.notice;

import java.util.Arrays;
import java.util.List;

/** Which notice goes first when many wait; the order of the constants is the order of hand-over. */
public enum Urgency {
    DECISION,
    ASSEMBLY,
    ESCALATION,
    INFORMATION,
    REPORT;

    /** Whether it may share a message with other notices. What somebody must decide stands alone, so that nobody reads past it. */
    boolean isBundled() {
        return this != DECISION;
    }

    /** Whether it may wait a moment for others, where its person was sent a message just now. */
    boolean mayWait() {
        return compareTo(ASSEMBLY) > 0;
    }

    /** The names of all that share messages. */
    static List<String> bundled() {
        return Arrays.stream(values())
                .filter(Urgency::isBundled)
                .map(Urgency::name)
                .toList();
    }

    /** The names of all that may wait. */
    static List<String> waiting() {
        return Arrays.stream(values())
                .filter(Urgency::mayWait)
                .map(Urgency::name)
                .toList();
    }
}
