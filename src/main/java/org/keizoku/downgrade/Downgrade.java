package org.keizoku.downgrade;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.Matter;

/**
 * A matter that was asked for, and how far it has come.
 *
 * @param until the end that counts now
 * @param decision null while nobody has decided
 * @param appliedAt null before it was applied, as the others before their time
 */
public record Downgrade(
        long number,
        Request request,
        String requestedBy,
        Instant requestedAt,
        Instant until,
        State state,
        Decided decision,
        Instant appliedAt,
        Instant restoredAt,
        Instant verifiedAt) {

    /** Who decided what in which capacity, and what the request said then. */
    record Decided(boolean approved, String by, String as, Instant at, String fingerprint) {}

    /** How far it has come. */
    public enum State {
        REQUESTED("承認待ち"),
        REFUSED("不承認"),
        APPROVED("承認済み・実施待ち"),
        LAPSED("失効"),
        DROPPED("取りやめ"),
        DONE("実施済み"),
        IN_FORCE("引下げ中"),
        RESTORED("復元の確認待ち"),
        VERIFIED("復元確認済み・記録の整理中"),
        ENDED("終了");

        private static final Set<State> OPEN = EnumSet.of(REQUESTED, APPROVED, IN_FORCE, RESTORED, VERIFIED);

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public ActivationNumber activation() {
        return request.activation();
    }

    public Matter matter() {
        return request.matter();
    }

    /** How people call it, for example 第12号 アクセス権の一時開放. */
    public String title() {
        return "第%d号 %s".formatted(number, matter().label());
    }

    /** Done without an approval, and nobody has approved or refused it yet. */
    public boolean awaitsApprovalAfterTheFact() {
        return request.breakGlass() && decision == null;
    }

    /** Whether something about it is still to be done. */
    public boolean isOpen() {
        return State.OPEN.contains(state) || awaitsApprovalAfterTheFact();
    }

    /** Whether security stands lowered by it. */
    public boolean isLowered() {
        return state == State.IN_FORCE;
    }

    /** Whether somebody may have something to show: it is approved or was done at once, and is not closed. */
    boolean mayHaveEvidence() {
        return isOpen() && state != State.REQUESTED || state == State.DONE;
    }

    /** Whether it should have ended by then. */
    public boolean isOverdue(Instant now) {
        return State.OPEN.contains(state) && !now.isBefore(until);
    }

    /** The state for people, with what is special about it. */
    public String stateInWords() {
        return state.label() + (awaitsApprovalAfterTheFact() ? "(緊急措置・事後承認待ち)" : "");
    }
}
