package org.keizoku.revision;

import java.util.Optional;
import java.util.Set;
import org.keizoku.engine.Refused;
import org.keizoku.engine.TaskGuard;
import org.springframework.stereotype.Component;

/** The rule that whoever proposed a version does not approve it, through whichever role, deputyship, page or API. */
@Component
class ProposerNeverApproves implements TaskGuard {

    private final RevisionRows rows;
    private final RevisionProcess process;

    ProposerNeverApproves(RevisionRows rows, RevisionProcess process) {
        this.rows = rows;
        this.process = process;
    }

    @Override
    public void mayHave(
            String activation,
            String taskId,
            String step,
            String person,
            Set<String> candidates,
            Optional<String> actor) {
        if (step.equals(RevisionApprovalModel.APPROVE)
                && process.revisionOf(taskId)
                        .flatMap(rows::find)
                        .filter(revision -> revision.proposedBy().equals(person))
                        .isPresent()) {
            throw new Refused("改訂を提案した本人は、どの役割でも承認できません。");
        }
    }

    @Override
    public void mayTakeBack(String holder, Optional<String> actor) {
        // Who had the task is no question of this rule.
    }
}
