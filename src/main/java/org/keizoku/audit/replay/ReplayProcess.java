package org.keizoku.audit.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.replay.Change.Arrived;
import org.keizoku.audit.replay.Change.Left;
import org.keizoku.engine.Actor;
import org.springframework.stereotype.Component;

/** What the engine's history tells of an activation; it only reads, whoever asks. */
@Component
class ReplayProcess {

    private final HistoryService history;
    private final ModelsProcess models;
    private final Actor actor;
    private final VariableUpdates updates;

    ReplayProcess(HistoryService history, ModelsProcess models, Actor actor, VariableUpdates updates) {
        this.history = history;
        this.models = models;
        this.actor = actor;
        this.updates = updates;
    }

    /** The activation's runs, the oldest first. */
    List<Run> runs(ActivationNumber activation) {
        return actor.asSystem(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(activation.value())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(ReplayProcess::run)
                .toList());
    }

    /** What these runs changed, in no order but that of each variable's own values. */
    List<Change> changes(ActivationNumber activation, List<Run> runs, Discretion discretion) {
        return runs.isEmpty()
                ? List.of()
                : actor.asSystem(() -> {
                    List<Change> changes = new ArrayList<>();
                    tokens(activation, changes);
                    updates.of(runs)
                            .forEach(update -> changes.add(update.noted(
                                    discretion,
                                    models.typed(update.definition()).contains(update.name()))));
                    return changes;
                });
    }

    private void tokens(ActivationNumber activation, List<Change> changes) {
        Map<String, HistoricTaskInstance> tasks =
                history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(activation.value()).list().stream()
                        .collect(Collectors.toMap(HistoricTaskInstance::getId, task -> task));
        // The query of the API asks for one instance at a time, and an activation has hundreds.
        List<HistoricActivityInstance> visits = history.createNativeHistoricActivityInstanceQuery()
                .sql(
                        """
                        select a.* from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                        where p.business_key_ = #{activation} order by a.start_time_, a.sequence_counter_""")
                .parameter("activation", activation.value())
                .list();
        for (HistoricActivityInstance visit : visits) {
            changes.add(new Arrived(token(visit, tasks.get(visit.getTaskId()))));
            if (visit.getEndTime() != null) {
                changes.add(new Left(visit.getEndTime().toInstant(), visit.getId(), visit.isCanceled()));
            }
        }
    }

    private static Run run(HistoricProcessInstance instance) {
        return new Run(
                instance.getId(),
                instance.getProcessDefinitionId(),
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionName() == null
                        ? instance.getProcessDefinitionKey()
                        : instance.getProcessDefinitionName(),
                instance.getSuperProcessInstanceId(),
                instance.getStartTime().toInstant(),
                instant(instance.getEndTime()));
    }

    private static Token token(HistoricActivityInstance visit, HistoricTaskInstance task) {
        String name = task != null && task.getName() != null ? task.getName() : visit.getActivityName();
        return new Token(
                visit.getId(),
                visit.getProcessInstanceId(),
                visit.getActivityId(),
                name == null ? visit.getActivityId() : name,
                visit.getStartTime().toInstant(),
                visit.getTaskId(),
                visit.getCalledProcessInstanceId(),
                task == null ? null : instant(task.getDueDate()));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
