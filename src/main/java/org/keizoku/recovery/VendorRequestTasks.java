package org.keizoku.recovery;

import static org.keizoku.recovery.VendorRequestModel.ANSWER;
import static org.keizoku.recovery.VendorRequestModel.ANSWER_BY;
import static org.keizoku.recovery.VendorRequestModel.ARRIVAL_DUE_AT;
import static org.keizoku.recovery.VendorRequestModel.ARRIVED_AT;
import static org.keizoku.recovery.VendorRequestModel.CONTACT;
import static org.keizoku.recovery.VendorRequestModel.CONTACT_LEFT;
import static org.keizoku.recovery.VendorRequestModel.PROMISED_AT;
import static org.keizoku.recovery.VendorRequestModel.RESULT;
import static org.keizoku.recovery.VendorRequestModel.SYSTEM_ID;
import static org.keizoku.recovery.VendorRequestModel.VENDOR_NAME;
import static org.keizoku.recovery.VendorRequestModel.WORK;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.engine.EnteredMoment;
import org.keizoku.plan.SystemId;
import org.keizoku.recovery.VendorRequests.Answer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What vendor-request.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class VendorRequestTasks {

    @Bean
    JavaDelegate askNextContact(VendorRequests requests) {
        return task -> {
            var asking = requests.askNext(number(task), system(task));
            CONTACT_LEFT.set(task, asking.isPresent());
            // The form of the next contact point must not open with what the last one said.
            ANSWER.set(task, null);
            PROMISED_AT.set(task, null);
            asking.ifPresent(contact -> {
                VENDOR_NAME.set(task, contact.vendor().name());
                CONTACT.set(task, contact.contact());
                ANSWER_BY.set(task, Date.from(contact.answerBy()));
            });
        };
    }

    @Bean
    TaskListener recordVendorAnswer(VendorRequests requests) {
        return task -> requests.answered(
                        number(task.getExecution()),
                        system(task),
                        Answer.of(ANSWER.from(task)),
                        PROMISED_AT
                                .find(task)
                                .filter(entered -> !entered.isBlank())
                                .map(entered -> EnteredMoment.of("到着の予定", entered))
                                .orElse(null))
                .ifPresent(due -> ARRIVAL_DUE_AT.set(task, Date.from(due)));
    }

    @Bean
    JavaDelegate tellVendorLate(VendorRequests requests) {
        return task -> requests.late(number(task), system(task));
    }

    @Bean
    TaskListener recordArrival(VendorRequests requests) {
        return task -> requests.arrived(
                number(task.getExecution()), system(task), EnteredMoment.of("到着した時刻", ARRIVED_AT.from(task)));
    }

    @Bean
    TaskListener recordVendorResult(VendorRequests requests) {
        return task -> requests.finished(
                number(task.getExecution()), system(task), RESULT.from(task).equals("done"), WORK.from(task));
    }

    @Bean
    TaskListener announceWithoutVendor(VendorAlarm alarm) {
        return task -> alarm.askToDecide(number(task.getExecution()), system(task), task.getId());
    }

    private static SystemId system(VariableScope scope) {
        return new SystemId(SYSTEM_ID.from(scope));
    }

    private static ActivationNumber number(DelegateExecution task) {
        return new ActivationNumber(task.getProcessBusinessKey());
    }
}
