package org.keizoku.recovery;

import java.time.Instant;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.SystemId;

/**
 * How far one system's recovery is.
 *
 * @param estimatedAt when the team expects it back; null until estimated
 * @param restoredAt when the owner section found it usable; null until then
 */
public record Recovery(
        ActivationNumber activation,
        SystemId system,
        State state,
        Instant startedAt,
        Instant rtoDueAt,
        int milestonesTold,
        Instant estimatedAt,
        Instant restoredAt) {

    /** Where it stands. */
    public enum State {
        RECOVERING("復旧中"),
        VERIFYING("主管部門の確認待ち"),
        PARTLY("一部復旧(目標レベル達成)"),
        FULLY("全面復旧");

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

    /** Whether the target recovery time was kept, judged at the given moment while it is still down. */
    public boolean isWithinRto(Instant now) {
        return !(isRestored() ? restoredAt : now).isAfter(rtoDueAt);
    }
}
