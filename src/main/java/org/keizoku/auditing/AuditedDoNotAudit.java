package org.keizoku.auditing;

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
    public void mayHave(Assignment assignment) {
        if (AUDITING.contains(assignment.step())) {
            process.auditOf(assignment.taskId())
                    .flatMap(rows::find)
                    .flatMap(audit -> independence.refusal(new PersonId(assignment.person()), audit))
                    .ifPresent(why -> {
                        throw new Refused(why);
                    });
        }
    }
}
