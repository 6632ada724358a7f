package org.keizoku.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One Camunda Form. */
record FormFile(Path path, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    static FormFile read(Path path) {
        try {
            return new FormFile(path, JSON.readTree(Texts.of(path)));
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(path.toString(), notJson);
        }
    }

    String name() {
        return path.getFileName().toString().replace(".form", "");
    }

    /** All components, those inside of groups too. */
    Stream<JsonNode> components() {
        return components(json);
    }

    /** The variables that the form sets or shows. */
    Stream<String> keys() {
        return components()
                .flatMap(component -> Stream.concat(
                        Stream.of("key", "valuesKey")
                                .filter(component::has)
                                .map(field -> component.path(field).asText()),
                        PLACEHOLDER
                                .matcher(component.path("text").asText())
                                .results()
                                .map(hit -> hit.group(1))));
    }

    static String withoutPlaceholders(JsonNode text) {
        return PLACEHOLDER.matcher(text.path("text").asText()).replaceAll("");
    }

    String at(JsonNode component, String what) {
        String element = component.path("key").asText(component.path("id").asText("?"));
        return path.getFileName() + " " + element + ": " + what;
    }

    String at(String what) {
        return path.getFileName() + ": " + what;
    }

    private static Stream<JsonNode> components(JsonNode container) {
        return StreamSupport.stream(container.path("components").spliterator(), false)
                .flatMap(component -> Stream.concat(Stream.of(component), components(component)));
    }
}
