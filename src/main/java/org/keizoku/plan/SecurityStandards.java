package org.keizoku.plan;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** The security standards that are shipped, by name. */
public final class SecurityStandards {

    private static final YAMLMapper YAML = new YAMLMapper();

    private SecurityStandards() {}

    /** The standard, or nothing where none of this name is shipped. */
    public static Optional<SecurityStandard> find(String name) {
        String file = "security/%s/standard.yaml".formatted(name);
        var shipped = new ClassPathResource(file);
        if (!shipped.exists()) {
            return Optional.empty();
        }
        try (var standard = shipped.getInputStream()) {
            return Optional.of(YAML.readValue(standard, SecurityStandard.class));
        } catch (IOException broken) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), broken);
        }
    }
}
