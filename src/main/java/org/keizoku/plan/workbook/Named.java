package org.keizoku.plan.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keizoku.platform.workbook.Spoken;

/** Entries that other entries refer to: by name for people, by id in the plan. */
final class Named {

    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    /** Names by id. */
    Named(Map<String, String> names) {
        Map<String, Long> called = names.values().stream()
                .map(Spoken::key)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        names.forEach((id, name) -> labels.put(id, label(id, name, called.get(Spoken.key(name)) == 1)));
        // The label that we write ourselves counts before an id that happens to be spelt the same.
        labels.forEach((id, label) -> ids.putIfAbsent(Spoken.key(label), id));
        names.keySet().forEach(id -> ids.putIfAbsent(id, id));
    }

    static Named of(JsonNode entries) {
        Map<String, String> names = new LinkedHashMap<>();
        entries.forEach(entry -> names.put(
                entry.path("id").asText(), Spoken.trimmed(entry.path("name").asText())));
        return new Named(names);
    }

    boolean knows(String id) {
        return labels.containsKey(id);
    }

    /** The same entries, which may also be called as they were before. */
    Optional<String> find(String words, Named before) {
        return find(words).or(() -> before.find(words).filter(this::knows));
    }

    /** The id of the entry that is called or written so. */
    Optional<String> find(String words) {
        return Optional.ofNullable(ids.get(Spoken.key(words)));
    }

    /** The name; with the id where two are called the same, the id alone where nothing is called so. */
    String label(String id) {
        return labels.getOrDefault(id, id);
    }

    List<String> labels() {
        return List.copyOf(labels.values());
    }

    private static String label(String id, String name, boolean alone) {
        if (name.isEmpty()) {
            return id;
        }
        return alone ? name : "%s(%s)".formatted(name, id);
    }
}
