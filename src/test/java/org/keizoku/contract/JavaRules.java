package org.keizoku.contract;

import java.util.List;
import java.util.stream.Stream;

/** The Java that spells a model's names spells names that the model has. */
final class JavaRules {

    private JavaRules() {}

    static List<String> constants(Models models) {
        return models.classes().stream()
                .flatMap(type -> models.processes().stream()
                        .filter(file -> file.name().equals(type.process()))
                        .findFirst()
                        .map(file -> type.elements().stream()
                                .filter(element -> !file.knows(element))
                                .sorted()
                                .map(element -> "%s: %s has no element %s"
                                        .formatted(type.name(), file.path().getFileName(), element)))
                        .orElseGet(() ->
                                Stream.of("%s: there is no processes/%s.bpmn".formatted(type.name(), type.process()))))
                .toList();
    }
}
