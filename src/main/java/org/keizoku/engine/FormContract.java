package org.keizoku.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Holds a task to its Camunda Form when it is completed: required fields are there and choices are among those offered, on the
 * server as in the browser; and tells the values under the labels that the person saw.
 */
@Component
public class FormContract {

    private final RepositoryService repository;
    private final ObjectMapper json;
    private final Map<String, List<Field>> known = new ConcurrentHashMap<>();

    FormContract(RepositoryService repository, ObjectMapper json) {
        this.repository = repository;
        this.json = json;
    }

    /** The entered values by label, in the form's order; a {@link Refused} names the field that is missing or wrong. */
    Map<String, ?> hold(DelegateTask task) {
        return hold(fieldsOf(task), task);
    }

    /** The variables that the task's form may set, in the form's order. */
    public List<String> keysOf(DelegateTask task) {
        return fieldsOf(task).stream().map(Field::key).toList();
    }

    /** The variables that a form may set. */
    public List<String> keys(String deployment, String form) {
        return fields(deployment, form).stream().map(Field::key).toList();
    }

    private List<Field> fieldsOf(DelegateTask task) {
        String form = ((UserTask) task.getBpmnModelElementInstance()).getCamundaFormRef();
        String deployment =
                repository.getProcessDefinition(task.getProcessDefinitionId()).getDeploymentId();
        return form == null ? List.of() : fields(deployment, form);
    }

    private static Map<String, ?> hold(List<Field> fields, VariableScope scope) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (Field field : fields) {
            Object value = scope.getVariable(field.key());
            if (isEmpty(value)) {
                if (field.required()) {
                    throw new Refused("「" + field.label() + "」を入力してください。");
                }
                continue;
            }
            if (!field.choices().isEmpty() && !field.choices().containsKey(value.toString())) {
                throw new Refused("「%s」に選べない値があります: %s".formatted(field.label(), value));
            }
            told.put(field.label(), field.choices().getOrDefault(value.toString(), value.toString()));
        }
        return told;
    }

    private static boolean isEmpty(Object value) {
        return value == null || value.toString().isBlank() || value.toString().equals("[]");
    }

    private List<Field> fields(String deployment, String form) {
        return known.computeIfAbsent(deployment + "/" + form, key -> read(deployment, form));
    }

    private List<Field> read(String deployment, String form) {
        try (var resource = repository.getResourceAsStream(deployment, "forms/" + form + ".form")) {
            List<Field> fields = new ArrayList<>();
            collect(json.readTree(resource), fields);
            return fields;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("form " + form, unreadable);
        }
    }

    private static void collect(JsonNode container, List<Field> fields) {
        for (JsonNode component : container.path("components")) {
            collect(component, fields);
            boolean entered = component.has("key")
                    && !component.path("disabled").asBoolean()
                    && !component.path("readonly").asBoolean()
                    && !List.of("group", "button")
                            .contains(component.path("type").asText());
            if (entered) {
                fields.add(Field.of(component));
            }
        }
    }

    /** One field to enter: its variable, its label, whether it must be filled, and the fixed choices by value. */
    private record Field(String key, String label, boolean required, Map<String, String> choices) {

        static Field of(JsonNode component) {
            Map<String, String> choices = new LinkedHashMap<>();
            if (!component.path("type").asText().equals("checklist")) {
                component
                        .path("values")
                        .forEach(choice -> choices.put(
                                choice.path("value").asText(),
                                choice.path("label").asText()));
            }
            String key = component.path("key").asText();
            // An optional condition may hide the field in the browser: then it cannot be required here.
            boolean required = component.path("validate").path("required").asBoolean() && !component.has("conditional");
            return new Field(key, component.path("label").asText(key), required, choices);
        }
    }
}
