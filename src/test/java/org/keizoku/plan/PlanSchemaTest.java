package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published schema says what the records hold; {@code -Dkeizoku.write-schema} writes it anew. */
class PlanSchemaTest {

    private static final Path PUBLISHED = Path.of("src/main/resources", PlanSchema.FILE);

    @Test
    void the_published_schema_is_that_of_the_records() throws IOException {
        ObjectMapper json = new ObjectMapper();
        if (System.getProperty("keizoku.write-schema") != null) {
            Files.writeString(
                    PUBLISHED,
                    json.writerWithDefaultPrettyPrinter().writeValueAsString(PlanSchemaWriter.schema()) + "\n");
        }
        assertThat(json.readTree(PUBLISHED.toFile()))
                .isEqualTo(json.readTree(PlanSchemaWriter.schema().toString()));
    }
}
