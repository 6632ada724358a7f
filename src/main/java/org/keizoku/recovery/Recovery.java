package org.keizoku.recovery;

import java.time.Instant;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.SystemId;
import org.keizoku.platform.JapanTime;

/**
 * How far one system's recovery is.
 *
 * @param estimatedAt when the team expects it back; null until estimated
 * @param restoredAt when the owner section found it usable; null until then
 * @param stoppedAt when its procedure was cut off before that; null where it was not
 */
public record Recovery(
        ActivationNumber activation,
        SystemId system,
        State state,
        Instant startedAt,
        Instant rtoDueAt,
        int milestonesTold,
        Instant estimatedAt,
        Instant restoredAt,
        Instant stoppedAt) {

    /** Where it stands. */
    public enum State {
        RECOVERING("復旧中"),
        VERIFYING("主管部門の確認待ち"),
        PARTLY("一部復旧(目標レベル達成)"),
        FULLY("全面復旧"),
        STOPPED("中止");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isRestored() {
        return restoredAt != null;
    }

    /** Whether the procedure was cut off: nobody brings the system back by it any more, and whether it is back nobody knows. */
    public boolean isStopped() {
        return stoppedAt != null;
    }

    /** Whether anybody still works on it. */
    public boolean isRunning() {
        return !isRestored() && !isStopped();
    }

    /** Up to when it is judged: its end, or the given moment while it is still down. */
    public Instant until(Instant now) {
        if (isRestored()) {
            return restoredAt;
        }
        return isStopped() ? stoppedAt : now;
    }

    /** Whether the target recovery time was kept, judged at the given moment while it is still down. */
    public boolean isWithinRto(Instant now) {
        return !until(now).isAfter(rtoDueAt);
    }

    /** The same in a word, for every page and paper. */
    public Verdict verdict(Instant now) {
        boolean kept = isWithinRto(now);
        if (isStopped()) {
            return kept ? Verdict.STOPPED_BEFORE : Verdict.STOPPED_AFTER;
        }
        if (isRestored()) {
            return kept ? Verdict.KEPT : Verdict.MISSED;
        }
        return kept ? Verdict.UNDER_WAY : Verdict.OVERDUE;
    }

    /** For people, for example 復旧中, or 中止(1月16日 03:10). */
    public String stateInWords() {
        return isStopped() ? "%s(%s)".formatted(state.label(), JapanTime.plain(stoppedAt)) : state.label();
    }
}
