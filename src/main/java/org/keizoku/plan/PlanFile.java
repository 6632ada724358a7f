package org.keizoku.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.keizoku.plan.PlanFinding.Severity;

/** A plan as a YAML file: read, checked for form, and refused with file, line and column where it cannot be used. */
public final class PlanFile {

    private static final ObjectMapper ENTRIES = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Validator VALIDATOR = validator();

    private final String file;
    private final PlanText text;
    private final List<PlanFinding> refusals;
    private Plan plan;

    public PlanFile(String file, String yaml) {
        this.file = file;
        this.text = new PlanText(yaml);
        this.refusals = check();
    }

    /** The plan; a {@link PlanRefused} lists everything that is wrong with its form. */
    public Plan read() {
        if (!refusals.isEmpty()) {
            throw new PlanRefused(refusals);
        }
        return plan;
    }

    /** What keeps the file from being a plan at all; empty where {@link #read()} gives one. */
    public List<PlanFinding> refusals() {
        return refusals;
    }

    private List<PlanFinding> check() {
        if (!text.broken().isEmpty()) {
            return text.broken().stream()
                    .map(broken -> error("yaml", broken.at(), broken.message(), "字下げ、コロンの後の空白、引用符を確かめてください"))
                    .toList();
        }
        List<PlanFinding> form = PlanSchema.refuses(text.tree())
                .map(wrong -> finding(
                        "schema", wrong.path(), "%s: %s".formatted(wrong.path(), wrong.message()), "項目名と値の形を直してください"))
                .toList();
        if (!form.isEmpty()) {
            return form;
        }
        try {
            plan = ENTRIES.treeToValue(text.tree(), Plan.class);
        } catch (JsonMappingException wrong) {
            String path = path(wrong);
            return List.of(finding("schema", path, path + ": " + reason(wrong), "値の形を直してください"));
        } catch (JsonProcessingException wrong) {
            return List.of(finding("schema", "", reason(wrong), "値の形を直してください"));
        }
        return Stream.concat(values(), references()).toList();
    }

    /** A finding at the entry's place in this file. */
    public PlanFinding at(
            String path, Severity severity, String rule, Optional<ClauseId> clause, String message, String remedy) {
        Position position = text.of(path);
        return new PlanFinding(severity, rule, file, position.line(), position.column(), clause, message, remedy);
    }

    private Stream<PlanFinding> values() {
        return VALIDATOR.validate(plan).stream()
                .map(wrong -> finding(
                        "schema",
                        wrong.getPropertyPath().toString(),
                        "%s: %s".formatted(wrong.getPropertyPath(), wrong.getMessage()),
                        "値を直してください"));
    }

    private Stream<PlanFinding> references() {
        return new PlanReferences(plan)
                .dangling()
                .map(dangling -> finding("reference", dangling.path(), dangling.message(), "つづりを確かめるか、参照先を計画に加えてください"));
    }

    private PlanFinding finding(String rule, String path, String message, String remedy) {
        return at(path, Severity.ERROR, rule, Optional.empty(), message, remedy);
    }

    private PlanFinding error(String rule, Position at, String message, String remedy) {
        return new PlanFinding(Severity.ERROR, rule, file, at.line(), at.column(), Optional.empty(), message, remedy);
    }

    private static String path(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String reason(JsonProcessingException unreadable) {
        return unreadable.getOriginalMessage().lines().findFirst().orElse("読めません");
    }

    private static Validator validator() {
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator(
                        Set.of(Locale.JAPANESE), Locale.JAPANESE, context -> Locale.JAPANESE, false))
                .buildValidatorFactory()) {
            return factory.getValidator();
        }
    }
}
