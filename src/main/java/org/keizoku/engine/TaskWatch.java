package org.keizoku.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.keizoku.engine.TaskHappened.What;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Watches every user task of every model: holds the rules on who may have and complete it, whichever door the request came through,
 * says under which rule it is asked, keeps the sides of a matter apart, and tells what happened. Built into the parsed models, so that neither a page nor a skipped listener gets around it.
 */
@Component
class TaskWatch extends AbstractBpmnParseListener {

    static final String ACTIVATION = "activationNumber";

    private final ApplicationEventPublisher events;
    private final ObjectProvider<Actor> actor;
    private final ObjectProvider<TaskGuard> guards;
    private final ObjectProvider<FormContract> forms;
    private final ObjectProvider<TaskBasis> bases;
    private final ObjectProvider<Hands> hands;
    private final ObjectProvider<TaskReading> readings;
    private final ObjectProvider<TaskTitle> titles;

    TaskWatch(
            ApplicationEventPublisher events,
            ObjectProvider<Actor> actor,
            ObjectProvider<TaskGuard> guards,
            ObjectProvider<FormContract> forms,
            ObjectProvider<TaskBasis> bases,
            ObjectProvider<TaskReading> readings,
            ObjectProvider<TaskTitle> titles,
            ObjectProvider<Hands> hands) {
        this.events = events;
        this.actor = actor;
        this.guards = guards;
        this.forms = forms;
        this.bases = bases;
        this.hands = hands;
        this.readings = readings;
        this.titles = titles;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::opened);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, watching(TaskWatch::updated));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, watching(this::assigned));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, watching(this::completed));
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_DELETE, withdrawn -> say(What.WITHDRAWN, withdrawn, null, Map.of()));
    }

    /** So that the record can say about which task a refusal was. */
    private static TaskListener watching(TaskListener rule) {
        return task -> {
            try {
                rule.notify(task);
            } catch (Refused refused) {
                throw refused.about(
                        new RefusedAttempts.About(task.getExecution().getProcessBusinessKey(), task.getName()));
            }
        };
    }

    private void opened(DelegateTask task) {
        String activation = task.getExecution().getProcessBusinessKey();
        // On the task itself, where whoever may see the task may read it: Tasklist's lists tell by it two nights apart.
        task.setVariableLocal(ACTIVATION, activation);
        if (task.getName() != null) {
            titles.forEach(title -> task.setName(title.of(activation, task.getName())));
        }
        var model = (UserTask) task.getBpmnModelElementInstance();
        property(model, Side.PROPERTY).map(Side::named).findFirst().ifPresent(side -> hands.getObject()
                .opened(task.getId(), hands.getObject().matterOf(task.getProcessInstanceId()), side));
        List<String> clauses = Stream.concat(ofPlan(task), property(model, TaskBasis.PROPERTY))
                .filter(listed -> !listed.isBlank())
                .flatMap(listed -> Stream.of(listed.split("\\s*,\\s*")))
                .distinct()
                .toList();
        readings.forEach(reading -> reading.of(activation, task.getTaskDefinitionKey(), task::getVariable)
                .ifPresent(line -> describe(task, line)));
        bases.forEach(basis -> basis.of(activation, clauses).ifPresent(line -> describe(task, line)));
        say(What.OPENED, task, null, Map.of());
    }

    private static void describe(DelegateTask task, String line) {
        task.setDescription(task.getDescription() == null ? line : task.getDescription() + "\n" + line);
    }

    /** Who works on a delegated task is not who completes it: whose hand it was could not be said. */
    private static void updated(DelegateTask task) {
        if (((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.DELEGATION)) {
            throw new Refused("タスクを委任することはできません。担当を外してから、ほかの職員が引き受けてください。");
        }
    }

    private void assigned(DelegateTask task) {
        String former = formerAssignee(task);
        String now = task.getAssignee();
        var acting = actor.getObject().person();
        if (former != null) {
            guards.forEach(guard -> guard.mayTakeBack(former, acting));
        }
        if (now == null) {
            say(What.GIVEN_BACK, task, former, Map.of());
            return;
        }
        mayHave(task, now, acting);
        hands.getObject().hold(task.getId(), now);
        say(acting.filter(now::equals).isPresent() ? What.CLAIMED : What.HANDED_OVER, task, former, Map.of());
    }

    private void completed(DelegateTask task) {
        String acting = actor.getObject().person().orElseThrow(() -> new Refused("タスクを完了できるのはログインした担当者だけです。"));
        if (!acting.equals(task.getAssignee())) {
            throw new Refused(
                    task.getAssignee() == null
                            ? "先にこのタスクを引き受けてください(「担当する」を押す)。"
                            : "このタスクはほかの職員が担当しています。完了できるのは担当者だけです。");
        }
        // Whoever took it may have lost the role since; what is offered to no role was handed over by the engine
        // itself.
        if (!candidates(task).isEmpty()) {
            mayHave(task, acting, Optional.of(acting));
        }
        var values = forms.getObject().hold(task);
        hands.getObject().done(task.getId(), acting);
        say(What.DONE, task, null, values);
    }

    private void mayHave(DelegateTask task, String person, Optional<String> acting) {
        var assignment = new TaskGuard.Assignment(
                task.getExecution().getProcessBusinessKey(),
                task.getId(),
                task.getTaskDefinitionKey(),
                person,
                candidates(task),
                acting);
        guards.forEach(guard -> guard.mayHave(assignment));
    }

    private static Stream<String> ofPlan(DelegateTask task) {
        return Stream.ofNullable((String) task.getVariable(TaskBasis.PLAN_CLAUSES));
    }

    private static Stream<String> property(UserTask task, String name) {
        return task.getExtensionElements() == null
                ? Stream.of()
                : task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> name.equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue);
    }

    private static String formerAssignee(DelegateTask task) {
        var change = ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE);
        return change == null ? null : (String) change.getOrgValue();
    }

    private static Set<String> candidates(DelegateTask task) {
        return task.getCandidates().stream()
                .map(link -> link.getGroupId() != null ? link.getGroupId() : link.getUserId())
                .collect(Collectors.toSet());
    }

    private void say(What what, DelegateTask task, String former, Map<String, ?> values) {
        List<String> process =
                new ArrayList<>(List.of(task.getProcessDefinitionId().split(":")));
        events.publishEvent(new TaskHappened(
                what,
                task.getExecution().getProcessBusinessKey(),
                task.getId(),
                process.get(0),
                task.getTaskDefinitionKey(),
                task.getName(),
                candidates(task),
                task.getAssignee(),
                former,
                values));
    }
}
