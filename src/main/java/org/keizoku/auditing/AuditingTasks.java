package org.keizoku.auditing;

import static org.keizoku.auditing.AuditingModel.AUDITED_FROM;
import static org.keizoku.auditing.AuditingModel.AUDITED_ROLE;
import static org.keizoku.auditing.AuditingModel.AUDITED_UNTIL;
import static org.keizoku.auditing.AuditingModel.BRIEFING;
import static org.keizoku.auditing.AuditingModel.CONDUCT_BY;
import static org.keizoku.auditing.AuditingModel.CONDUCT_UNTIL;
import static org.keizoku.auditing.AuditingModel.EVALUATE_BY;
import static org.keizoku.auditing.AuditingModel.EVALUATION;
import static org.keizoku.auditing.AuditingModel.FINDINGS;
import static org.keizoku.auditing.AuditingModel.IMPROVEMENT_CHOICE;
import static org.keizoku.auditing.AuditingModel.IMPROVEMENT_NEEDED;
import static org.keizoku.auditing.AuditingModel.IMPROVEMENT_PLAN;
import static org.keizoku.auditing.AuditingModel.IMPROVEMENT_PLAN_BY;
import static org.keizoku.auditing.AuditingModel.IMPROVE_UNTIL;
import static org.keizoku.auditing.AuditingModel.ITEMS;
import static org.keizoku.auditing.AuditingModel.NUMBER;
import static org.keizoku.auditing.AuditingModel.OUTCOME;
import static org.keizoku.auditing.AuditingModel.REPORT_BY;
import static org.keizoku.auditing.AuditingModel.REPORT_WORDS;
import static org.keizoku.auditing.AuditingModel.RESULT;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.keizoku.auditing.SecurityAudits.Planned;
import org.keizoku.engine.ProcessVariable;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plans;
import org.keizoku.platform.JapanTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What security-audit.bpmn and carry-out-improvement.bpmn ask of us. */
@Configuration(proxyBeanMethods = false)
class AuditingTasks {

    @Bean
    TaskListener askAuditTask(SecurityAudits audits) {
        return task -> audits.ask(
                NUMBER.from(task),
                task.getId(),
                task.getName(),
                task.getCandidates().stream().map(IdentityLink::getGroupId).toList());
    }

    @Bean
    TaskListener recordAuditPlan(SecurityAudits audits, Plans plans) {
        return task -> {
            SecurityAudit audit = audits.planned(
                    NUMBER.from(task),
                    person(task),
                    new Planned(
                            entered(AUDITED_ROLE, task),
                            entered(AUDITED_FROM, task),
                            entered(AUDITED_UNTIL, task),
                            entered(ITEMS, task),
                            entered(CONDUCT_UNTIL, task)));
            BRIEFING.set(
                    task,
                    "監査%d: %s、%s から %s までの記録(詳しくは画面「セキュリティ監査」)"
                            .formatted(
                                    audit.number(),
                                    audits.sectionOf(audit),
                                    JapanTime.exact(audit.from()),
                                    JapanTime.exact(audit.until())));
            CONDUCT_BY.set(task, Date.from(audit.conductBy()));
            ImprovementModel.SECTION.set(
                    task,
                    plans.version(audit.planVersion()).role(audit.audited()).candidates());
        };
    }

    @Bean
    TaskListener recordAuditResult(SecurityAudits audits) {
        return task -> REPORT_BY.set(
                task,
                Date.from(audits.conducted(
                        NUMBER.from(task),
                        person(task),
                        entered(RESULT, task),
                        entered(OUTCOME, task).equals("found"),
                        entered(FINDINGS, task))));
    }

    @Bean
    JavaDelegate tellAuditOverdue(SecurityAudits audits) {
        return task -> audits.tellOverdue(NUMBER.from(task));
    }

    @Bean
    TaskListener recordAuditReport(SecurityAudits audits) {
        return task -> EVALUATE_BY.set(
                task, Date.from(audits.reported(NUMBER.from(task), person(task), entered(REPORT_WORDS, task))));
    }

    @Bean
    TaskListener recordAuditEvaluation(SecurityAudits audits) {
        return task -> {
            boolean improve = entered(IMPROVEMENT_CHOICE, task).equals("improve");
            IMPROVEMENT_PLAN_BY.set(
                    task,
                    Date.from(audits.evaluated(NUMBER.from(task), person(task), entered(EVALUATION, task), improve)));
            IMPROVEMENT_NEEDED.set(task, improve);
        };
    }

    @Bean
    TaskListener recordImprovementPlan(Improvements improvements) {
        return task -> {
            SecurityAudit audit = improvements.planned(
                    NUMBER.from(task), person(task), entered(IMPROVEMENT_PLAN, task), entered(IMPROVE_UNTIL, task));
            ImprovementModel.IMPROVE_BY.set(task, Date.from(audit.improveBy()));
            ImprovementModel.LOOK_AT.set(task, Date.from(audit.improveBy()));
            // Known from the start, for the condition that the deadline's loop waits for.
            ImprovementModel.SUFFICIENT.set(task, false);
        };
    }

    @Bean
    TaskListener recordImprovement(Improvements improvements) {
        return task -> improvements.done(NUMBER.from(task), person(task), entered(ImprovementModel.DONE, task));
    }

    @Bean
    TaskListener recordImprovementCheck(Improvements improvements) {
        return task -> {
            boolean sufficient = entered(ImprovementModel.CHECK, task).equals("sufficient");
            improvements.checked(
                    NUMBER.from(task), person(task), sufficient, entered(ImprovementModel.CHECK_NOTE, task));
            ImprovementModel.SUFFICIENT.set(task, sufficient);
        };
    }

    @Bean
    JavaDelegate tellImprovementOverdue(Improvements improvements) {
        return task -> ImprovementModel.LOOK_AT.set(task, Date.from(improvements.tellOverdue(NUMBER.from(task))));
    }

    private static PersonId person(DelegateTask task) {
        return new PersonId(task.getAssignee());
    }

    /** The form's contract has held it where it is required. */
    private static String entered(ProcessVariable<String> field, DelegateTask task) {
        return field.find(task).orElse("");
    }
}
