package org.keizoku.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.keizoku.activation.ActivationNumber;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What after-action-review.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class ReviewTasks {

    @Bean
    JavaDelegate compileRecord(AfterActionRecords records) {
        return task -> ReviewModel.RECORD_TEXT.set(task, ReportText.onForm(records.compile(number(task))));
    }

    @Bean
    TaskListener recordReview(AfterActionRecords records) {
        return task -> records.reviewed(
                number(task.getExecution()),
                ReviewModel.FINDINGS.from(task),
                ReviewModel.IMPROVEMENTS.from(task),
                task.getAssignee());
    }

    @Bean
    JavaDelegate fileRecord(AfterActionRecords records) {
        return task -> records.file(number(task));
    }

    private static ActivationNumber number(DelegateExecution task) {
        return new ActivationNumber(task.getProcessBusinessKey());
    }
}
