package org.keizoku.notice;

/** Which notice goes first when many wait; the order of the constants is the order of hand-over. */
public enum Urgency {
    DECISION,
    ASSEMBLY,
    ESCALATION,
    INFORMATION,
    REPORT
}
