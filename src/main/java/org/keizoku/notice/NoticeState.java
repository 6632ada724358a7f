package org.keizoku.notice;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far a notice has come. Accepted means that the provider took it, sent that the carrier has it; only delivered means that the
 * handset has it. What happens after the hand-over goes by {@link DeliveryReport}.
 */
public enum NoticeState {
    PLANNED("予定"),
    HANDING_OVER("引渡し中"),
    ACCEPTED("受付済み"),
    SENT("送信済み"),
    DELIVERED("配信済み"),
    /** The person said something, after this notice had left. */
    ANSWERED("回答済み"),
    /** No report of delivery came within the policy's time. */
    EXPIRED("報告なし"),
    /** The carrier could not bring it to the handset: not sent, whatever was reported before. */
    UNDELIVERED("不達"),
    FAILED("失敗"),
    /** Nobody saw how the hand-over ended: the provider is asked before it is done again. */
    UNKNOWN("不明"),
    SKIPPED("不要");

    private static final Set<NoticeState> NOT_REACHED = EnumSet.of(EXPIRED, UNDELIVERED, FAILED);

    private final String label;

    NoticeState(String label) {
        this.label = label;
    }

    /** How people see it. */
    public String label() {
        return label;
    }

    /** Whether the person must be taken for not reached by it. */
    public boolean isNotReached() {
        return NOT_REACHED.contains(this);
    }

    boolean mayBecome(NoticeState next) {
        return nexts().contains(next);
    }

    private Set<NoticeState> nexts() {
        return switch (this) {
            case PLANNED -> EnumSet.of(HANDING_OVER, SKIPPED);
            case HANDING_OVER, UNKNOWN -> EnumSet.of(PLANNED, ACCEPTED, FAILED, UNKNOWN, SKIPPED);
            default -> EnumSet.noneOf(NoticeState.class);
        };
    }
}
