package org.keizoku.revision;

import static org.keizoku.revision.RevisionApprovalModel.APPROVERS;
import static org.keizoku.revision.RevisionApprovalModel.EFFECTIVE_FROM;
import static org.keizoku.revision.RevisionApprovalModel.MORE_APPROVERS;
import static org.keizoku.revision.RevisionApprovalModel.NEXT_APPROVER_AT;
import static org.keizoku.revision.RevisionApprovalModel.OPINION;
import static org.keizoku.revision.RevisionApprovalModel.OUTCOME;
import static org.keizoku.revision.RevisionApprovalModel.REVIEW_APPROVED;
import static org.keizoku.revision.RevisionConfirmationModel.CONFIRM_BY;
import static org.keizoku.revision.RevisionModel.APPROVED;
import static org.keizoku.revision.RevisionModel.BASE_UNCHANGED;
import static org.keizoku.revision.RevisionModel.BRIEFING;
import static org.keizoku.revision.RevisionModel.CHECK_PASSED;
import static org.keizoku.revision.RevisionModel.EFFECTIVE_AT;
import static org.keizoku.revision.RevisionModel.NUMBER;

import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.keizoku.plan.PersonId;
import org.keizoku.platform.InsideAddress;
import org.keizoku.revision.RevisionApprovals.Entered;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What plan-revision.bpmn, approve-revision.bpmn and confirm-revision.bpmn ask of us. */
@Configuration(proxyBeanMethods = false)
class RevisionTasks {

    @Bean
    JavaDelegate checkRevision(RevisionChecks checks) {
        return task -> CHECK_PASSED.set(task, checks.check(NUMBER.from(task)));
    }

    @Bean
    JavaDelegate tellFindings(RevisionChecks checks) {
        return task -> checks.tellFindings(NUMBER.from(task));
    }

    @Bean
    JavaDelegate compareVersions(RevisionBriefing briefing) {
        return task -> BRIEFING.set(task, briefing.of(NUMBER.from(task)));
    }

    @Bean
    JavaDelegate offerRevision(RevisionApprovals approvals) {
        return task -> {
            var offer = approvals.offer(NUMBER.from(task));
            APPROVERS.set(task, String.join(",", offer.groups()));
            NEXT_APPROVER_AT.set(task, Date.from(offer.silentUntil()));
        };
    }

    @Bean
    TaskListener askToApprove(RevisionApprovals approvals, InsideAddress address) {
        return task -> approvals.tell(NUMBER.from(task), address.task(task.getId()));
    }

    @Bean
    JavaDelegate askNextApprover(RevisionApprovals approvals, RevisionProcess process, InsideAddress address) {
        return task -> {
            var offer = approvals.askNext(NUMBER.from(task));
            MORE_APPROVERS.set(task, !offer.groups().isEmpty());
            NEXT_APPROVER_AT.set(task, Date.from(offer.silentUntil()));
            offer.groups().forEach(group -> {
                String open = process.offerTo(task.getProcessInstanceId(), group);
                approvals.tell(NUMBER.from(task), address.task(open));
            });
        };
    }

    @Bean
    TaskListener recordApproval(RevisionApprovals approvals) {
        return task -> {
            var effectiveAt = approvals.decided(
                    NUMBER.from(task),
                    new PersonId(task.getAssignee()),
                    new Entered(
                            OUTCOME.find(task).orElse(""),
                            OPINION.find(task).orElse(""),
                            EFFECTIVE_FROM.find(task).orElse(""),
                            REVIEW_APPROVED.find(task).orElse(false)));
            APPROVED.set(task, effectiveAt.isPresent());
            task.setVariable(EFFECTIVE_AT.name(), effectiveAt.map(Date::from).orElse(null));
        };
    }

    @Bean
    JavaDelegate tellRevisionRefused(Revisions revisions) {
        return task -> revisions.tellRefused(NUMBER.from(task));
    }

    @Bean
    JavaDelegate tellRevisionWithdrawn(Revisions revisions) {
        return task -> revisions.tellWithdrawn(NUMBER.from(task));
    }

    @Bean
    JavaDelegate bringIntoForce(Revisions revisions) {
        return task -> BASE_UNCHANGED.set(task, revisions.bringIntoForce(NUMBER.from(task)));
    }

    @Bean
    JavaDelegate tellSuperseded(Revisions revisions) {
        return task -> revisions.tellSuperseded(NUMBER.from(task));
    }

    @Bean
    JavaDelegate tellHolders(Confirmations confirmations) {
        return task -> CONFIRM_BY.set(task, Date.from(confirmations.ask(NUMBER.from(task))));
    }

    @Bean
    JavaDelegate tellUnconfirmed(Confirmations confirmations) {
        return task -> confirmations.tellUnconfirmed(NUMBER.from(task));
    }
}
