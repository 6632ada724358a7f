package org.keizoku.auditing;

import java.util.Optional;
import java.util.Set;
import org.keizoku.engine.Refused;
import org.keizoku.engine.TaskGuard;
import org.keizoku.plan.PersonId;
import org.springframework.stereotype.Component;

/** Holds {@link Independence} at each claim and assignment, whatever door the request came through. */
@Component
class AuditedDoNotAudit implements TaskGuard {

    private static final Set<String> AUDITING = Set.of(AuditingModel.CONDUCT, ImprovementModel.CONFIRM);

    private final AuditingProcess process;
    private final SecurityAuditRows rows;
    private final Independence independence;

    AuditedDoNotAudit(AuditingProcess process, SecurityAuditRows rows, Independence independence) {
        this.process = process;
        this.rows = rows;
        this.independence = independence;
    }

    @Override
    public void mayHave(
            String activation,
            String taskId,
            String step,
            String person,
            Set<String> candidates,
            Optional<String> actor) {
        if (AUDITING.contains(step)) {
            process.auditOf(taskId)
                    .flatMap(rows::find)
                    .flatMap(audit -> independence.refusal(new PersonId(person), audit))
                    .ifPresent(why -> {
                        throw new Refused(why);
                    });
        }
    }

    @Override
    public void mayTakeBack(String holder, Optional<String> actor) {
        // Who may give a task back is no matter of an audit.
    }
}
