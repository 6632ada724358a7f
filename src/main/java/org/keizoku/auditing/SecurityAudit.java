package org.keizoku.auditing;

import java.time.Instant;
import java.util.List;
import org.keizoku.plan.RoleId;

/**
 * A security audit as it stands.
 *
 * @param planVersion the number of the plan's version under which it was commissioned
 * @param audited the role that is audited; null until the audit is planned, as the moments are
 * @param from the begin of the period whose records are audited
 * @param improveBy when the improvement must be done; null until it is planned
 * @param steps what each step said, in order
 */
record SecurityAudit(
        long number,
        long planVersion,
        State state,
        RoleId audited,
        Instant from,
        Instant until,
        Instant conductBy,
        Instant improveBy,
        List<Step> steps) {

    /** How far it has come. */
    enum State {
        COMMISSIONED("監査計画の作成中"),
        PLANNED("監査の実施中"),
        CONDUCTED("監査報告書の作成中"),
        REPORTED("評価待ち"),
        EVALUATED("改善計画の作成中"),
        IMPROVING("改善中"),
        IMPROVED("改善の確認中"),
        CLOSED("終了");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** What was said in a step. */
    enum What {
        COMMISSION("監査の実施の決定"),
        ITEMS("監査計画書: 監査の項目"),
        RESULT("監査の結果"),
        FINDINGS("指摘事項"),
        REPORT("監査報告書"),
        EVALUATION("評価"),
        IMPROVEMENT_PLAN("改善計画書"),
        IMPROVEMENT("行った改善"),
        SUFFICIENT("改善の確認: 十分"),
        INSUFFICIENT("改善の確認: 足りない");

        private final String label;

        What(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** One person's words in one step. */
    record Step(What what, String person, String capacity, Instant at, String words) {}

    /** Whether the audited may read it: not before the report was evaluated. */
    boolean isOpenToAudited() {
        return state.compareTo(State.EVALUATED) >= 0;
    }

    /** Whether what waits now should have been done by then. */
    boolean isLate(Instant now) {
        return switch (state) {
            case PLANNED -> now.isAfter(conductBy);
            case IMPROVING, IMPROVED -> now.isAfter(improveBy);
            default -> false;
        };
    }
}
