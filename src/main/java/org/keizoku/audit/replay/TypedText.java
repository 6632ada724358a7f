package org.keizoku.audit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/** The variables into which a person types whatever text they like, by the form that asks for it. */
final class TypedText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of("textfield", "textarea");

    private TypedText() {}

    static Set<String> of(InputStream form) throws IOException {
        Set<String> keys = new HashSet<>();
        collect(JSON.readTree(form), null, keys);
        return keys;
    }

    /** A field in a group is part of the variable that the group's path begins with. */
    private static void collect(JsonNode component, String path, Set<String> keys) {
        String within = path == null && component.hasNonNull("path")
                ? component.get("path").asText()
                : path;
        if (FIELDS.contains(component.path("type").asText())) {
            String key =
                    within == null || within.isEmpty() ? component.path("key").asText() : within;
            keys.add(key.replaceAll("\\..*", ""));
        }
        component.path("components").forEach(part -> collect(part, within, keys));
    }
}
