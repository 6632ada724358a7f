package org.keizoku.approval;

import static org.keizoku.approval.RatificationModel.DECIDED_INSTEAD;
import static org.keizoku.approval.RatificationModel.INSTEAD_LABEL;
import static org.keizoku.approval.RatificationModel.OUTCOME;
import static org.keizoku.approval.RatificationModel.REASON;
import static org.keizoku.approval.RatificationModel.SUPERIORS;
import static org.keizoku.approval.RatificationModel.TITLE;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.engine.Hands;
import org.keizoku.plan.PersonId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What ratify-decision.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class RatificationTasks {

    /** Whoever asked for what was decided does not ratify it either. */
    @Bean
    ExecutionListener openRatification(Ratifications ratifications, Hands hands) {
        return start -> hands.carriesOn(
                start.getProcessInstanceId(), ratifications.matter(RatificationModel.DECISION_RUN.from(start)));
    }

    @Bean
    TaskListener askToRatify(Ratifications ratifications, AskingToDecide asking, Decisions decisions) {
        return task -> {
            String run = RatificationModel.DECISION_RUN.from(task);
            var number = new ActivationNumber(task.getExecution().getProcessBusinessKey());
            ratifications
                    .superiors(run, superiors(task))
                    .forEach(rank ->
                            asking.toRatify(number, TITLE.from(task), rank, task.getId(), decisions.barred(run)));
        };
    }

    @Bean
    TaskListener recordRatification(Ratifications ratifications) {
        return task -> {
            String reason = REASON.find(task).orElse("");
            String run = RatificationModel.DECISION_RUN.from(task);
            var person = new PersonId(task.getAssignee());
            if ("take-back".equals(OUTCOME.from(task))) {
                String instead = DECIDED_INSTEAD.find(task).orElse("");
                INSTEAD_LABEL.set(task, ratifications.takenBack(run, person, superiors(task), instead, reason));
            } else {
                ratifications.ratified(run, person, superiors(task), reason);
            }
        };
    }

    @Bean
    JavaDelegate tellTakenBack(Ratifications ratifications, RatificationProcess process) {
        return task -> {
            String run = RatificationModel.DECISION_RUN.from(task);
            ratifications.overridden(run).ifPresent(process::decidedInstead);
            ratifications.tellTakenBack(run, INSTEAD_LABEL.from(task));
        };
    }

    private static List<String> superiors(DelegateTask task) {
        return List.of(SUPERIORS.from(task).split(","));
    }
}
