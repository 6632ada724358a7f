package org.keizoku.plan.clause;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The clauses that the application carries by itself, whatever the plan: rights, the log-in, the record. */
final class ApplicationClauses {

    private static final String FILE = "security/keizoku.yaml";

    private ApplicationClauses() {}

    /**
     * One of them.
     *
     * @param how how it is carried, in Japanese
     * @param proof the class of the test that fails without it
     */
    record Entry(String clause, String how, String proof) {}

    static List<Entry> entries() {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException("%s cannot be read".formatted(FILE), broken);
        }
    }

    static Stream<Carried> carried() {
        return entries().stream().map(entry -> Carried.by(Carrier.Kind.APPLICATION, entry.how(), entry.clause()));
    }
}
