package org.keizoku.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Stream;

/** A plan as a YAML file: read, checked, and refused with file and line where it cannot be used. */
final class PlanFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private final String file;
    private final String yaml;

    PlanFile(String file, String yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /** The plan; a {@link PlanRefused} lists everything that is wrong. */
    Plan read() {
        Plan plan = parse();
        var lines = new YamlLines(yaml);
        List<PlanFinding> findings = Stream.concat(
                        VALIDATOR.validate(plan).stream()
                                .map(wrong -> new PlanFinding(
                                        file,
                                        lines.of(wrong.getPropertyPath().toString()),
                                        "%s: %s".formatted(wrong.getPropertyPath(), wrong.getMessage()))),
                        new PlanReferences(plan)
                                .dangling()
                                .map(dangling -> new PlanFinding(file, lines.of(dangling.path()), dangling.message())))
                .toList();
        if (!findings.isEmpty()) {
            throw new PlanRefused(findings);
        }
        return plan;
    }

    private Plan parse() {
        if (yaml.isBlank()) {
            throw new PlanRefused(List.of(new PlanFinding(file, 1, "the file is empty")));
        }
        try {
            return YAML.readValue(yaml, Plan.class);
        } catch (JsonProcessingException unreadable) {
            var at = unreadable.getLocation();
            throw new PlanRefused(List.of(new PlanFinding(file, at == null ? 0 : at.getLineNr(), reason(unreadable))));
        }
    }

    private static String reason(JsonProcessingException unreadable) {
        String words = unreadable.getOriginalMessage().lines().findFirst().orElse("not readable");
        return unreadable instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? "%s: %s".formatted(mapping.getPathReference().replaceAll("[\\w.]+\\[", "["), words)
                : words;
    }
}
