package org.keizoku.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/** A process variable with its name and type, spelled once in a model class; a missing or wrong one names itself. */
public record ProcessVariable<T>(String name, Class<T> type) {

    public static <T> ProcessVariable<T> of(String name, Class<T> type) {
        return new ProcessVariable<>(name, type);
    }

    /** The value; an IllegalStateException names the variable when it is missing or of another type. */
    public T from(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("process variable '" + name + "' is missing"));
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(name)).map(this::cast);
    }

    /** The value among those of a form or a message. */
    public Optional<T> in(Map<String, ?> values) {
        return Optional.ofNullable(values.get(name)).map(this::cast);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    private T cast(Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalStateException("process variable '%s' is a %s, not a %s"
                    .formatted(name, value.getClass().getSimpleName(), type.getSimpleName()));
        }
        return type.cast(value);
    }
}
