package org.keizoku.recovery;

/** How a recovery stands against its target recovery time; what was cut off in time has neither kept nor missed it. */
public enum Verdict {
    UNDER_WAY("復旧中", false),
    OVERDUE("未復旧", true),
    KEPT("達成", false),
    MISSED("未達成", true),
    STOPPED_BEFORE("期限前に中止", false),
    STOPPED_AFTER("期限後に中止", true);

    private final String label;
    private final boolean late;

    Verdict(String label, boolean late) {
        this.label = label;
        this.late = late;
    }

    public String label() {
        return label;
    }

    /** Whether the target recovery time had passed. */
    public boolean isLate() {
        return late;
    }
}
