package org.keizoku.recovery;

import java.time.Instant;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.SystemId;

/**
 * How far the request to a system's vendor is.
 *
 * @param vendor the vendor's id in the plan
 * @param contactNo the place of the contact point asked last, from 0
 * @param arrivalDueAt until when the vendor must be there, or at work from afar; null until the request is accepted
 */
record VendorRequest(
        ActivationNumber activation,
        SystemId system,
        String vendor,
        State state,
        int contactNo,
        Instant requestedAt,
        Instant arrivalDueAt,
        Instant arrivedAt) {

    /** Where it stands. */
    enum State {
        ASKING("返答待ち"),
        EXPECTED("到着待ち"),
        AT_WORK("対応中"),
        DONE("対応完了"),
        CANNOT("復旧できず"),
        UNREACHED("連絡がつかない"),
        WITHDRAWN("依頼の終了");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** Whether a contact point was asked and the vendor is not there yet. */
        boolean isPending() {
            return this == ASKING || this == EXPECTED;
        }
    }
}
