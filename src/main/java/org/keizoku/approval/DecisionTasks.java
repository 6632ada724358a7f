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
import org.keizoku.engine.Hands;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.RoleId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What decide-with-deputies.bpmn asks of us. */
@Configuration(proxyBeanMethods = false)
class DecisionTasks {

    @Bean
    JavaDelegate openDecision(Decisions decisions, Activations activations, Hands hands) {
        return task -> {
            String id = DecisionModel.DECISION_ID.from(task);
            String briefing = ActivationModel.BRIEFING.find(task).orElse("");
            String matter = hands.matterOf(task.getProcessInstanceId());
            var offer = decisions.open(
                    activation(task),
                    id,
                    DecisionModel.ROLE.find(task).map(RoleId::new),
                    task.getProcessInstanceId(),
                    matter,
                    briefing);
            DecisionModel.TITLE.set(task, offer.decision().title());
            DecisionModel.FACTS.set(task, decisions.facts(activation(task), briefing));
            DecisionModel.CLAUSES.set(
                    task,
                    offer.decision().clause().stream().map(ClauseId::value).collect(Collectors.joining(",")));
            DecisionModel.OPTIONS.set(task, choices(Options.of(id, activations.planOf(activation(task)))));
            DecisionModel.DECIDERS.set(task, String.join(",", offer.groups()));
            DecisionModel.NEXT_RANK_AT.set(task, Date.from(offer.silentUntil()));
            DecisionModel.ON_SILENCE.set(task, offer.onSilence());
        };
    }

    @Bean
    TaskListener announceDecision(Decisions decisions, AskingToDecide asking, Activations activations) {
        return task -> {
            var number = new ActivationNumber(task.getExecution().getProcessBusinessKey());
            Plan plan = activations.planOf(number);
            var decision = plan.decision(DecisionModel.DECISION_ID.from(task));
            var barred = decisions.barred(task.getProcessInstanceId());
            decisions
                    .asked(task.getProcessInstanceId())
                    .forEach(rank -> asking.tell(number, decision.title(), rank, task.getId(), barred));
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
            var barred = decisions.barred(task.getProcessInstanceId());
            offer.ranks().forEach(rank -> {
                tasks.addCandidateGroup(open.getId(), rank.group());
                asking.tell(activation(task), offer.decision().title(), rank, open.getId(), barred);
            });
            DecisionModel.NEXT_RANK_AT.set(task, Date.from(offer.silentUntil()));
            DecisionModel.MORE_RANKS.set(task, offer.next().isPresent());
            DecisionModel.ON_SILENCE.set(task, offer.onSilence());
        };
    }

    @Bean
    TaskListener recordDecision(Decisions decisions) {
        return task -> {
            String outcome = DecisionModel.FORM_OUTCOME.find(task).orElse("");
            String capacity = decisions.decided(
                    task.getProcessInstanceId(),
                    task.getId(),
                    new PersonId(task.getAssignee()),
                    outcome,
                    DecisionModel.FORM_REASON.find(task).orElse(null));
            DecisionModel.OUTCOME.set(task, outcome);
            DecisionModel.DECIDED_BY.set(task, task.getAssignee());
            DecisionModel.DECIDED_AS.set(task, capacity);
        };
    }

    /** Options as a form's field reads them. */
    static Object choices(Map<String, String> options) {
        List<Map<String, String>> choices = options.entrySet().stream()
                .map(option -> Map.of("value", option.getKey(), "label", option.getValue()))
                .toList();
        return Spin.JSON(choices);
    }

    private static ActivationNumber activation(DelegateExecution task) {
        return new ActivationNumber(task.getProcessBusinessKey());
    }
}
