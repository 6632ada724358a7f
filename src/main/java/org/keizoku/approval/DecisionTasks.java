package org.keizoku.approval;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.keizoku.activation.ActivationModel;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What decide-with-deputies.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class DecisionTasks {

    @Bean
    JavaDelegate openDecision(Decisions decisions, Activations activations) {
        return task -> {
            String id = DecisionModel.DECISION_ID.from(task);
            String briefing = ActivationModel.BRIEFING.find(task).orElse("");
            var offer = decisions.open(
                    activation(task),
                    id,
                    DecisionModel.ROLE.find(task).map(RoleId::new),
                    task.getProcessInstanceId(),
                    briefing);
            DecisionModel.TITLE.set(task, offer.decision().title());
            DecisionModel.FACTS.set(task, briefing);
            DecisionModel.OPTIONS.set(task, choices(id, activations.planOf(activation(task))));
            DecisionModel.DECIDERS.set(
                    task,
                    decisions.asked(task.getProcessInstanceId()).stream()
                            .map(Rank::group)
                            .collect(Collectors.joining(",")));
            DecisionModel.NEXT_RANK_AT.set(task, Date.from(offer.silentUntil()));
        };
    }

    @Bean
    TaskListener announceDecision(Decisions decisions, AskingToDecide asking, Activations activations) {
        return task -> {
            var number = new ActivationNumber(task.getExecution().getProcessBusinessKey());
            var decision = activations.planOf(number).decision(DecisionModel.DECISION_ID.from(task));
            Rank first = decisions.asked(task.getProcessInstanceId()).get(0);
            asking.tell(number, decision.title(), first, task.getId());
        };
    }

    @Bean
    JavaDelegate askNextRank(Decisions decisions, AskingToDecide asking, TaskService tasks) {
        return task -> {
            var offer = decisions.askNext(task.getProcessInstanceId());
            Task open = tasks.createTaskQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .taskDefinitionKey(DecisionModel.DECIDE)
                    .singleResult();
            tasks.addCandidateGroup(open.getId(), offer.rank().group());
            DecisionModel.NEXT_RANK_AT.set(task, Date.from(offer.silentUntil()));
            DecisionModel.MORE_RANKS.set(task, offer.more());
            asking.tell(activation(task), offer.decision().title(), offer.rank(), open.getId());
        };
    }

    @Bean
    TaskListener recordDecision(Decisions decisions) {
        return task -> {
            String outcome = DecisionModel.FORM_OUTCOME.find(task).orElse("");
            String capacity = decisions.decided(
                    task.getProcessInstanceId(),
                    new PersonId(task.getAssignee()),
                    outcome,
                    DecisionModel.FORM_REASON.find(task).orElse(null));
            DecisionModel.OUTCOME.set(task, outcome);
            DecisionModel.DECIDED_BY.set(task, task.getAssignee());
            DecisionModel.DECIDED_AS.set(task, capacity);
        };
    }

    private static Object choices(String decision, Plan plan) {
        List<Map<String, String>> choices = Options.of(decision, plan).entrySet().stream()
                .map(option -> Map.of("value", option.getKey(), "label", option.getValue()))
                .toList();
        return Spin.JSON(choices);
    }

    private static ActivationNumber activation(DelegateExecution task) {
        return new ActivationNumber(task.getProcessBusinessKey());
    }
}
