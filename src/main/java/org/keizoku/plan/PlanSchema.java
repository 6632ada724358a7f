package org.keizoku.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The published JSON schema of plan files, which editors complete and check with. */
final class PlanSchema {

    /** Where the schema stands among the resources. */
    static final String FILE = "plans/plan.schema.json";

    private static final JsonSchema SCHEMA = read();

    private PlanSchema() {}

    /** What the schema refuses, with the path of the entry. */
    record Wrong(String path, String message) {}

    static Stream<Wrong> refuses(JsonNode plan) {
        return SCHEMA.validate(plan).stream()
                .map(wrong ->
                        new Wrong(path(wrong.getInstanceLocation().toString(), wrong.getProperty()), wrong.getError()));
    }

    /** {@code $.roles[2].id} and the name of a property that is missing or unknown there. */
    private static String path(String location, String property) {
        String entry = location.replaceFirst("^\\$\\.?", "");
        if (property == null) {
            return entry;
        }
        return entry.isEmpty() ? property : entry + "." + property;
    }

    private static JsonSchema read() {
        var config = SchemaValidatorsConfig.builder()
                .pathType(PathType.LEGACY)
                .locale(Locale.JAPANESE)
                .formatAssertionsEnabled(true)
                .build();
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(file, config);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
