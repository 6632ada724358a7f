package org.keizoku.assembly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.notice.Unreached;
import org.keizoku.notice.UnreachedFound;
import org.keizoku.plan.Plan;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts people whom no way reached on the leader's telephone list. Whoever is found while the list waits is added to it; once somebody
 * has taken it in hand it stays as they read it, and the next begins another.
 */
@Component
class PhoneUnreachedProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Activations activations;

    PhoneUnreachedProcess(RuntimeService runtime, TaskService tasks, Activations activations) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.activations = activations;
    }

    /** In the transaction of whoever found them: they are listed, or they are found again. */
    @EventListener
    void on(UnreachedFound found) {
        Plan plan = activations.planOf(found.activation());
        List<String> lines =
                found.unreached().stream().map(person -> line(plan, person)).toList();
        Optional<String> waiting = waiting(found.activation());
        String begun = waiting.map(
                        list -> (String) runtime.getVariable(list, PhoneUnreachedModel.UNREACHED_NAMES.name()))
                .orElse("");
        List<String> texts = PhoneList.texts(begun, lines);
        waiting.ifPresent(list -> runtime.setVariable(list, PhoneUnreachedModel.UNREACHED_NAMES.name(), texts.get(0)));
        texts.stream().skip(waiting.isPresent() ? 1 : 0).forEach(text -> start(found.activation(), plan, text));
    }

    private Optional<String> waiting(ActivationNumber activation) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(activation.value())
                .taskDefinitionKey(PhoneUnreachedModel.PHONE_UNREACHED)
                .taskUnassigned()
                .active()
                .orderByTaskCreateTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(task -> task.getProcessInstanceId())
                .findFirst();
    }

    private void start(ActivationNumber activation, Plan plan, String text) {
        runtime.startProcessInstanceByKey(
                PhoneUnreachedModel.PROCESS,
                activation.value(),
                Map.of(
                        PhoneUnreachedModel.ACTIVATION_NUMBER.name(), activation.value(),
                        PhoneUnreachedModel.LEADER.name(),
                                plan.role(plan.duties().leader()).candidates(),
                        PhoneUnreachedModel.UNREACHED_NAMES.name(), text));
    }

    private static String line(Plan plan, Unreached person) {
        return "- %s:%s(%s)".formatted(plan.person(person.person()).name(), person.subject(), person.why());
    }
}
