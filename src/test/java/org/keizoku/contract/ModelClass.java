package org.keizoku.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.engine.ProcessVariable;

/**
 * A {@code …Model} class: all that Java may know about one process, read from its constants.
 *
 * @param sheets the user tasks whose form Java keeps whole, without naming each field: the values of constants called {@code …_SHEET}
 */
record ModelClass(String name, String process, Set<String> elements, Set<String> variables, Set<String> sheets) {

    private static final String ELEMENT_ID =
            "(Task|Event|Gateway|Flow|Call|Timer|Message|Error|Signal|Escalation|Sub)_\\w+";

    /** All of the application. */
    static List<ModelClass> ofApplication() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.keizoku").stream()
                        .filter(type -> type.getSimpleName().endsWith("Model"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> of(type).stream())
                        .toList();
    }

    /** Empty where the class names no process. */
    static Optional<ModelClass> of(Class<?> type) {
        Set<String> texts = constants(type, String.class).collect(Collectors.toSet());
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().equals("PROCESS"))
                .map(field -> (String) valueOf(field))
                .findFirst()
                .map(process -> new ModelClass(
                        type.getSimpleName(),
                        process,
                        texts.stream().filter(text -> text.matches(ELEMENT_ID)).collect(Collectors.toSet()),
                        constants(type, ProcessVariable.class)
                                .map(ProcessVariable::name)
                                .collect(Collectors.toSet()),
                        sheets(type)));
    }

    private static Set<String> sheets(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().endsWith("_SHEET"))
                .map(field -> (String) valueOf(field))
                .collect(Collectors.toSet());
    }

    private static <T> Stream<T> constants(Class<?> owner, Class<T> type) {
        return Arrays.stream(owner.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
                .map(field -> type.cast(valueOf(field)));
    }

    private static Object valueOf(Field constant) {
        try {
            constant.setAccessible(true);
            return constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
