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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.YAMLException;

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
        } catch (JsonMappingException wrong) {
            String path = path(wrong);
            throw new PlanRefused(List.of(new PlanFinding(file, line(wrong, path), path + ": " + reason(wrong))));
        } catch (JsonProcessingException unreadable) {
            throw new PlanRefused(List.of(new PlanFinding(file, line(unreadable, ""), reason(unreadable))));
        }
    }

    /** Where the entry is written; where the text stops being YAML further down, where the reader stood. */
    private int line(JsonProcessingException unreadable, String path) {
        try {
            if (!path.isEmpty()) {
                return new YamlLines(yaml).of(path);
            }
        } catch (YAMLException brokenFurtherDown) {
            // The reader's own position is then the best there is.
        }
        return unreadable.getLocation() == null ? 0 : unreadable.getLocation().getLineNr();
    }

    private static String path(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String reason(JsonProcessingException unreadable) {
        return unreadable.getOriginalMessage().lines().findFirst().orElse("not readable");
    }
}
