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
import static org.keizoku.auditing.AuditingModel.LOOK_AT;
import static org.keizoku.auditing.AuditingModel.NUMBER;
import static org.keizoku.auditing.AuditingModel.OUTCOME;
import static org.keizoku.auditing.AuditingModel.OVER;
import static org.keizoku.auditing.AuditingModel.REPORT_BY;
import static org.keizoku.auditing.AuditingModel.REPORT_WORDS;
import static org.keizoku.auditing.AuditingModel.RESULT;
import static org.keizoku.auditing.AuditingModel.STEP_DONE;

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
    TaskListener askAuditTask(AuditWatch watch) {
        return task -> watch.ask(
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
            STEP_DONE.set(task, true);
            ImprovementModel.SECTION.set(
                    task,
                    plans.version(audit.planVersion()).role(audit.audited()).candidates());
        };
    }

    @Bean
    TaskListener recordAuditResult(SecurityAudits audits, AuditWatch watch) {
        return task -> {
            SecurityAudit audit = audits.conducted(
                    NUMBER.from(task),
                    person(task),
                    entered(RESULT, task),
                    entered(OUTCOME, task).equals("found"),
                    entered(FINDINGS, task));
            REPORT_BY.set(task, Date.from(watch.by(audit)));
            STEP_DONE.set(task, true);
        };
    }

    @Bean
    TaskListener recordAuditReport(SecurityAudits audits, AuditWatch watch) {
        return task -> {
            SecurityAudit audit = audits.reported(NUMBER.from(task), person(task), entered(REPORT_WORDS, task));
            EVALUATE_BY.set(task, Date.from(watch.by(audit)));
            STEP_DONE.set(task, true);
        };
    }

    @Bean
    TaskListener recordAuditEvaluation(SecurityAudits audits, AuditWatch watch) {
        return task -> {
            boolean improve = entered(IMPROVEMENT_CHOICE, task).equals("improve");
            SecurityAudit audit = audits.evaluated(NUMBER.from(task), person(task), entered(EVALUATION, task), improve);
            IMPROVEMENT_NEEDED.set(task, improve);
            if (improve) {
                IMPROVEMENT_PLAN_BY.set(task, Date.from(watch.by(audit)));
                STEP_DONE.set(task, true);
            } else {
                OVER.set(task, true);
            }
        };
    }

    /** The next look belongs to the step that waits now. */
    @Bean
    JavaDelegate scheduleAuditReminder(AuditWatch watch) {
        return task -> {
            LOOK_AT.set(task, Date.from(watch.next(NUMBER.from(task))));
            STEP_DONE.set(task, false);
        };
    }

    @Bean
    JavaDelegate tellAuditDue(AuditWatch watch) {
        return task -> watch.tell(NUMBER.from(task));
    }

    @Bean
    JavaDelegate tellAuditWithdrawn(AuditWithdrawals withdrawals) {
        return task -> withdrawals.tell(NUMBER.from(task));
    }

    @Bean
    TaskListener recordImprovementPlan(Improvements improvements) {
        return task -> {
            SecurityAudit audit = improvements.planned(
                    NUMBER.from(task), person(task), entered(IMPROVEMENT_PLAN, task), entered(IMPROVE_UNTIL, task));
            ImprovementModel.IMPROVE_BY.set(task, Date.from(audit.improveBy()));
            STEP_DONE.set(task, true);
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

    private static PersonId person(DelegateTask task) {
        return new PersonId(task.getAssignee());
    }

    /** The form's contract has held it where it is required. */
    private static String entered(ProcessVariable<String> field, DelegateTask task) {
        return field.find(task).orElse("");
    }
}
