package org.keizoku.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.keizoku.engine.StepHappened.What;

/** What a signed-in person did to the engine itself: retries, suspension, moved tokens, variables, rights. */
final class OperatorDeed {

    /** Told already by {@link TaskWatch}, with the form's values. */
    private static final Set<String> LIFE_OF_A_TASK = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_CLAIM,
            UserOperationLogEntry.OPERATION_TYPE_ASSIGN,
            UserOperationLogEntry.OPERATION_TYPE_COMPLETE);

    private OperatorDeed() {}

    /** @param written the variables that were set by it, empty where it set none */
    static Optional<StepHappened> of(
            UserOperationLogEntry entry, String activation, List<HistoricVariableUpdateEventEntity> written) {
        boolean taskLife =
                EntityTypes.TASK.equals(entry.getEntityType()) && LIFE_OF_A_TASK.contains(entry.getOperationType());
        boolean start = EntityTypes.PROCESS_INSTANCE.equals(entry.getEntityType())
                && UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(entry.getOperationType());
        if (entry.getUserId() == null || taskLife || start) {
            return Optional.empty();
        }
        return Optional.of(new StepHappened(
                What.OPERATED,
                activation,
                entry.getProcessDefinitionKey(),
                entry.getOperationType(),
                entry.getEntityType(),
                entry.getUserId(),
                values(entry, written)));
    }

    private static Map<String, ?> values(UserOperationLogEntry entry, List<HistoricVariableUpdateEventEntity> written) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (entry.getProperty() != null) {
            values.put("項目", entry.getProperty());
            put(values, "変更前", shown(entry.getProperty(), entry.getOrgValue()));
            put(values, "変更後", shown(entry.getProperty(), entry.getNewValue()));
        }
        written.forEach(variable -> values.put("変数 " + variable.getVariableName(), shown(variable)));
        put(values, "対象タスク", entry.getTaskId());
        put(values, "対象ジョブ", entry.getJobId());
        put(values, "対象プロセス", entry.getProcessInstanceId());
        return values;
    }

    private static void put(Map<String, Object> values, String label, Object value) {
        if (value != null) {
            values.put(label, value);
        }
    }

    /** The engine keeps all values in four columns; of what is neither a figure nor text only the length is told. */
    private static Object shown(HistoricVariableUpdateEventEntity variable) {
        String type = String.valueOf(variable.getSerializerName());
        if (variable.getByteValue() != null) {
            return type.contains("json")
                    ? new String(variable.getByteValue(), StandardCharsets.UTF_8)
                    : "(%dバイト)".formatted(variable.getByteValue().length);
        }
        if (variable.getLongValue() != null && type.equals("date")) {
            return Instant.ofEpochMilli(variable.getLongValue());
        }
        if (variable.getLongValue() != null && type.equals("boolean")) {
            return variable.getLongValue() == 1;
        }
        return Stream.of(variable.getDoubleValue(), variable.getLongValue(), variable.getTextValue())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElse("(値なし)");
    }

    /** The engine notes dates as milliseconds. */
    private static Object shown(String property, String value) {
        boolean date = value != null && property.toLowerCase().endsWith("date") && value.matches("\\d{12,14}");
        return date ? Instant.ofEpochMilli(Long.parseLong(value)) : value;
    }
}
