package org.keizoku.report;

import static org.keizoku.report.ReportModel.NEXT_REPORT_AT;
import static org.keizoku.report.ReportModel.NUMBER;
import static org.keizoku.report.ReportModel.REMARKS;
import static org.keizoku.report.ReportModel.SIGNERS;
import static org.keizoku.report.ReportModel.SIGN_BY;
import static org.keizoku.report.ReportModel.TEXT;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.ResponseModel;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.RoleId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What headquarters-report.bpmn, and the report loop of ict-continuity.bpmn, ask of us. */
@Configuration(proxyBeanMethods = false)
class ReportTasks {

    @Bean
    JavaDelegate scheduleReport(Reports reports) {
        return task -> NEXT_REPORT_AT.set(
                task,
                Date.from(reports.next(number(task), NEXT_REPORT_AT.from(task).toInstant())));
    }

    @Bean
    JavaDelegate draftReport(Reports reports) {
        return task -> {
            Reports.Draft draft = reports.draft(number(task));
            NUMBER.set(task, draft.number());
            TEXT.set(task, draft.onForm());
            SIGNERS.set(task, String.join(",", draft.signers()));
            SIGN_BY.set(task, Date.from(draft.signBy()));
        };
    }

    @Bean
    TaskListener askForSignature(Reports reports) {
        return task -> reports.askToSign(
                number(task.getExecution()),
                NUMBER.from(task),
                task.getId(),
                List.of(SIGNERS.from(task).split(",")));
    }

    @Bean
    TaskListener recordSignature(Reports reports) {
        return task -> reports.signed(
                number(task.getExecution()),
                NUMBER.from(task),
                new PersonId(task.getAssignee()),
                REMARKS.find(task).orElse(""));
    }

    @Bean
    JavaDelegate handOverReport(Reports reports) {
        return task -> reports.handOver(
                number(task),
                NUMBER.from(task),
                ResponseModel.REPORTS_TO.find(task).map(RoleId::new));
    }

    @Bean
    JavaDelegate escalateReport(Reports reports, TaskService tasks) {
        return task -> {
            Task open = tasks.createTaskQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .taskDefinitionKey(ReportModel.SIGN_REPORT)
                    .singleResult();
            List<String> further = reports.furtherSigners(
                    number(task), List.of(SIGNERS.from(task).split(",")));
            further.forEach(group -> tasks.addCandidateGroup(open.getId(), group));
            reports.signatureOverdue(number(task), NUMBER.from(task));
            reports.askToSign(number(task), NUMBER.from(task), open.getId(), further);
        };
    }

    private static ActivationNumber number(DelegateExecution task) {
        return new ActivationNumber(task.getProcessBusinessKey());
    }
}
