package org.keizoku.plan.clause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.keizoku.engine.TaskBasis;
import org.keizoku.plan.clause.Carrier.Kind;
import org.springframework.core.io.Resource;

/** A Camunda Form, as far as clauses go: the form or its components name them in their properties. */
final class FormFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;

    FormFile(Resource file) {
        try (var json = file.getInputStream()) {
            this.root = JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.getDescription(), unreadable);
        }
    }

    /**
     * @param names the names of the steps that show a form, by the form's id
     */
    Stream<Carried> carried(Map<String, String> names) {
        String id = root.path("id").asText();
        String form = names.getOrDefault(id, id);
        return Stream.concat(
                carried(form, root),
                components(root)
                        .flatMap(component -> carried(
                                "%s → %s"
                                        .formatted(
                                                form,
                                                component
                                                        .path("label")
                                                        .asText(component
                                                                .path("key")
                                                                .asText())),
                                component)));
    }

    private static Stream<Carried> carried(String name, JsonNode part) {
        String clauses =
                part.path("properties").path(TaskBasis.PROPERTY).asText().strip();
        return clauses.isEmpty()
                ? Stream.empty()
                : Stream.of(clauses.split("\\s*,\\s*")).map(clause -> Carried.by(Kind.FORM, name, clause));
    }

    /** All of them, those inside of groups too. */
    private static Stream<JsonNode> components(JsonNode container) {
        return StreamSupport.stream(container.path("components").spliterator(), false)
                .flatMap(component -> Stream.concat(Stream.of(component), components(component)));
    }
}
