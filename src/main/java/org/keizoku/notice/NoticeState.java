package org.keizoku.notice;

import java.util.EnumSet;
import java.util.Set;

/** How far a notice has come. Accepted means that the provider took it, not that the person has it. */
public enum NoticeState {
    PLANNED("予定"),
    HANDING_OVER("引渡し中"),
    ACCEPTED("受付済み"),
    FAILED("失敗"),
    /** Nobody saw how the hand-over ended: the provider is asked before it is done again. */
    UNKNOWN("不明"),
    SKIPPED("不要");

    private final String label;

    NoticeState(String label) {
        this.label = label;
    }

    /** How people see it. */
    public String label() {
        return label;
    }

    boolean mayBecome(NoticeState next) {
        return nexts().contains(next);
    }

    private Set<NoticeState> nexts() {
        return switch (this) {
            case PLANNED -> EnumSet.of(HANDING_OVER, SKIPPED);
            case HANDING_OVER, UNKNOWN -> EnumSet.of(PLANNED, ACCEPTED, FAILED, UNKNOWN, SKIPPED);
            case ACCEPTED, FAILED, SKIPPED -> EnumSet.noneOf(NoticeState.class);
        };
    }
}
