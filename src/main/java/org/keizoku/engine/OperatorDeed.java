package org.keizoku.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.keizoku.engine.StepHappened.What;

/** What a signed-in person did to the engine itself: retries, suspension, moved tokens, variables, rights. */
final class OperatorDeed {

    /** Told already by {@link TaskWatch}, with the form's values. */
    private static final Set<String> LIFE_OF_A_TASK = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_CLAIM,
            UserOperationLogEntry.OPERATION_TYPE_ASSIGN,
            UserOperationLogEntry.OPERATION_TYPE_COMPLETE);

    private OperatorDeed() {}

    static Optional<StepHappened> of(UserOperationLogEntry entry, String activation) {
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
                values(entry)));
    }

    private static Map<String, ?> values(UserOperationLogEntry entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (entry.getProperty() != null) {
            values.put("項目", entry.getProperty());
            put(values, "変更前", shown(entry.getProperty(), entry.getOrgValue()));
            put(values, "変更後", shown(entry.getProperty(), entry.getNewValue()));
        }
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

    /** The engine notes dates as milliseconds. */
    private static Object shown(String property, String value) {
        boolean date = value != null && property.toLowerCase().endsWith("date") && value.matches("\\d{12,14}");
        return date ? Instant.ofEpochMilli(Long.parseLong(value)) : value;
    }
}
