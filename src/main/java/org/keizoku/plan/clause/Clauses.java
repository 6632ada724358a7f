package org.keizoku.plan.clause;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keizoku.plan.ClauseId;
import org.springframework.core.io.ClassPathResource;

/** The clause catalogue: every clause of the planning documents that software can carry, in their order. */
public final class Clauses {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Map<ClauseId, Clause> ALL = read();
    private static final Map<String, Clause> BY_ID =
            ALL.values().stream().collect(Collectors.toMap(clause -> clause.id().value(), clause -> clause));

    private Clauses() {}

    public static Collection<Clause> all() {
        return ALL.values();
    }

    public static Optional<Clause> find(ClauseId id) {
        return Optional.ofNullable(ALL.get(id));
    }

    /** The clauses of these ids in their order; what is not in the catalogue, or no id at all, is left out. */
    public static List<Clause> named(List<String> ids) {
        return ids.stream().map(BY_ID::get).filter(Objects::nonNull).toList();
    }

    private static Map<ClauseId, Clause> read() {
        Map<ClauseId, Clause> all = new LinkedHashMap<>();
        for (Document document : Document.values()) {
            for (Clause clause : clauses(document)) {
                all.put(clause.id(), clause);
            }
        }
        return Collections.unmodifiableMap(all);
    }

    private static List<Clause> clauses(Document document) {
        try (var file = new ClassPathResource("clauses/%s.yaml".formatted(document.file())).getInputStream()) {
            return YAML.readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
