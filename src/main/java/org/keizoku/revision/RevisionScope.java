package org.keizoku.revision;

import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanChanges;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.RoleId;

/** What a proposal changes, which says who approves it (KTS-603-01, KTS-603-03). */
enum RevisionScope {
    /** The plan, with or without its manuals. */
    PLAN("計画") {
        @Override
        RoleId approvedBy(Plan plan) {
            return plan.revision().planApprovedBy();
        }
    },
    /** Manuals among the documents, and nothing else. */
    MANUALS("マニュアル") {
        @Override
        RoleId approvedBy(Plan plan) {
            return plan.revision().manualApprovedBy();
        }
    };

    private final String label;

    RevisionScope(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract RoleId approvedBy(Plan plan);

    /** A text that cannot be read is the plan's: nobody is asked to approve it. */
    static RevisionScope of(Plan base, String proposed) {
        var file = new PlanFile("改訂案", proposed);
        return file.refusals().isEmpty() && PlanChanges.onlyManuals(base, file.read()) ? MANUALS : PLAN;
    }
}
