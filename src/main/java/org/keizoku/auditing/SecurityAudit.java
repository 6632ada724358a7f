package org.keizoku.auditing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keizoku.engine.Refused;
import org.keizoku.plan.AuditProgramme;
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
        CLOSED("終了"),
        WITHDRAWN("取りやめ");

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
        INSUFFICIENT("改善の確認: 足りない"),
        WITHDRAWAL("監査の取りやめ");

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
        return said(What.EVALUATION).isPresent();
    }

    /** Whether nothing can be done in it any more. */
    boolean isOver() {
        return state == State.CLOSED || state == State.WITHDRAWN;
    }

    /** Refuses what comes too late, for example the form of a task that was open a moment ago. */
    SecurityAudit insistOnRunning() {
        if (isOver()) {
            throw new Refused(
                    "監査%dは%s、もう何もできません。".formatted(number, state == State.WITHDRAWN ? "取りやめになったので" : "終わっているので"));
        }
        return this;
    }

    /** Who took it back, when and why; empty where nobody did. */
    Optional<Step> withdrawal() {
        return said(What.WITHDRAWAL);
    }

    /**
     * By when what waits now is to be done; empty where nothing waits.
     *
     * @param programme how long each step may take, from the one before
     */
    Optional<Instant> by(AuditProgramme programme) {
        Instant since = steps.get(steps.size() - 1).at();
        return switch (state) {
            case COMMISSIONED -> Optional.of(since.plus(programme.planWithin()));
            case PLANNED -> Optional.of(conductBy);
            case CONDUCTED -> Optional.of(since.plus(programme.reportWithin()));
            case REPORTED -> Optional.of(since.plus(programme.evaluateWithin()));
            case EVALUATED -> Optional.of(since.plus(programme.improvementPlanWithin()));
            case IMPROVING, IMPROVED -> Optional.of(improveBy);
            case CLOSED, WITHDRAWN -> Optional.empty();
        };
    }

    private Optional<Step> said(What what) {
        return steps.stream().filter(step -> step.what() == what).findFirst();
    }
}
