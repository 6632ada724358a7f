package org.keizoku.approval;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.activation.ActivationEnded;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.MustEndFirst;
import org.keizoku.approval.DecisionRows.Row;
import org.keizoku.approval.Ratifications.Decided;
import org.keizoku.engine.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The time in which a superior may ratify what a deputy decided, or take it back: begun by the decision, ended with the activation. The
 * response does not wait for it.
 */
@Component
class RatificationProcess implements MustEndFirst {

    /** Which message a procedure waits for that can go another way: this, and the id of the decision. */
    private static final String TAKEN_BACK = "taken-back-";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Ratifications ratifications;
    private final Actor actor;

    RatificationProcess(RuntimeService runtime, TaskService tasks, Ratifications ratifications, Actor actor) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.ratifications = ratifications;
        this.actor = actor;
    }

    /** In the deputy's transaction, but not in the deputy's name. */
    @EventListener
    void on(Decided decided) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(RatificationModel.DECISION_RUN.name(), decided.run());
        variables.put(RatificationModel.TITLE.name(), decided.title());
        variables.put(RatificationModel.BRIEFING.name(), decided.briefing());
        variables.put(RatificationModel.OTHER_OPTIONS.name(), DecisionTasks.choices(decided.others()));
        variables.put(RatificationModel.SUPERIORS.name(), String.join(",", decided.superiors()));
        variables.put(RatificationModel.LEADER.name(), decided.leader());
        variables.put(RatificationModel.RATIFY_BY.name(), Date.from(decided.ratifyBy()));
        actor.asSystem(() -> runtime.startProcessInstanceByKey(
                RatificationModel.PROCESS, decided.activation().value(), variables));
    }

    /** Leads the procedure the other way, where it can go another way and is not past it. */
    void decidedInstead(Row decision) {
        actor.asSystem(() -> runtime.createMessageCorrelation(TAKEN_BACK + decision.decision())
                .processInstanceBusinessKey(decision.activation().value())
                .correlateAllWithResult());
    }

    /** An activation that was stood down needs no follow-up any more; one that is closed has none. */
    @EventListener
    void on(ActivationEnded ended) {
        actor.asSystem(() -> {
            open(ended.activation(), RatificationModel.RATIFY)
                    .forEach(task -> ratifications.endedWith(ended.activation(), title(task)));
            return runtime.createMessageCorrelation(RatificationModel.ACTIVATION_ENDED)
                    .processInstanceBusinessKey(ended.activation().value())
                    .correlateAllWithResult();
        });
    }

    @Override
    public List<String> openIn(ActivationNumber activation) {
        return actor.asSystem(() -> open(activation, RatificationModel.FOLLOW_TAKEN_BACK).stream()
                .map(task -> "取り消された判断の後の処理(%s)".formatted(title(task)))
                .toList());
    }

    private List<Task> open(ActivationNumber activation, String step) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(activation.value())
                .taskDefinitionKey(step)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    private String title(Task task) {
        return (String) tasks.getVariable(task.getId(), RatificationModel.TITLE.name());
    }
}
