package org.keizoku.audit.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.replay.Change.Arrived;
import org.keizoku.audit.replay.Change.Left;
import org.keizoku.audit.replay.Change.Noted;
import org.keizoku.audit.replay.Change.Value;
import org.keizoku.audit.replay.Change.Variable;
import org.keizoku.engine.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine's history tells of an activation; it only reads, whoever asks. */
@Component
class ReplayProcess {

    /** What the engine counts with where a step runs for several; it says nothing to an auditor. */
    private static final Set<String> ENGINES_OWN =
            Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

    /** Runs whose variables are asked for at once: the engine lets the database sort all their values together. */
    private static final int AT_ONCE = 100;

    private final HistoryService history;
    private final ModelsProcess models;
    private final Actor actor;
    private final JdbcClient jdbc;

    ReplayProcess(HistoryService history, ModelsProcess models, Actor actor, JdbcClient jdbc) {
        this.history = history;
        this.models = models;
        this.actor = actor;
        this.jdbc = jdbc;
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
                    for (int from = 0; from < runs.size(); from += AT_ONCE) {
                        variables(runs.subList(from, Math.min(from + AT_ONCE, runs.size())), discretion, changes);
                    }
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

    private void variables(List<Run> runs, Discretion discretion, List<Change> changes) {
        String[] ids = runs.stream().map(Run::id).toArray(String[]::new);
        Map<String, String> scopes = scopes(ids);
        Map<String, Integer> revisions = new HashMap<>();
        history
                .createHistoricDetailQuery()
                .variableUpdates()
                .processInstanceIdIn(ids)
                .disableCustomObjectDeserialization()
                .orderByTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricVariableUpdate.class::cast)
                // What belongs to a task alone is a copy for its form.
                .filter(update -> update.getTaskId() == null && !ENGINES_OWN.contains(update.getVariableName()))
                .forEach(update -> changes.add(noted(update, scopes, revisions, discretion)));
    }

    /** In which visit each variable lives; the query of the API reads all values to tell that. */
    private Map<String, String> scopes(String[] runs) {
        Map<String, String> scopes = new HashMap<>();
        jdbc.sql(
                        "select id_, act_inst_id_ from act_hi_varinst where proc_inst_id_ = any(?) and act_inst_id_ is not null")
                .param(runs)
                .query(row -> {
                    scopes.put(row.getString(1), row.getString(2));
                });
        return scopes;
    }

    private Noted noted(
            HistoricVariableUpdate update,
            Map<String, String> scopes,
            Map<String, Integer> revisions,
            Discretion discretion) {
        String id = update.getVariableInstanceId();
        var variable = new Variable(
                id,
                update.getProcessInstanceId(),
                scopes.getOrDefault(id, update.getProcessInstanceId()),
                update.getVariableName());
        boolean isTyped = models.typed(update.getProcessDefinitionId()).contains(update.getVariableName());
        var value = new Value(discretion.shown(value(update), isTyped), revisions.merge(id, 1, Integer::sum));
        return new Noted(update.getTime().toInstant(), variable, value);
    }

    private static Object value(HistoricVariableUpdate update) {
        TypedValue value = update.getTypedValue();
        return value instanceof SerializableValue serialized
                ? serialized.getValueSerialized()
                : value == null ? null : value.getValue();
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
