package org.keizoku.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.util.Map;

/** Writes the JSON schema of plan files from the records that hold a plan. */
final class PlanSchemaWriter {

    private static final String ID = "[a-z][a-z0-9-]{0,40}";

    /** What a value that JSON has no type for looks like in a plan file. */
    private static final Map<Class<?>, String> TEXTS = Map.of(
            PersonId.class, ID,
            RoleId.class, ID,
            SystemId.class, ID,
            ClauseId.class, "[A-Z]{3}-[0-9A-Z]+-[0-9]+",
            Duration.class, "P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?",
            Period.class, "P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?",
            LocalTime.class, "([01][0-9]|2[0-3]):[0-5][0-9]",
            LocalDate.class, "[0-9]{4}-[0-9]{2}-[0-9]{2}",
            MonthDay.class, "--[0-9]{2}-[0-9]{2}");

    private PlanSchemaWriter() {}

    static JsonNode schema() {
        var config = new SchemaGeneratorConfigBuilder(
                        new ObjectMapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY, JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
                .with(new JakartaValidationModule(
                        JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS,
                        JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED))
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            String pattern = TEXTS.get(type.getErasedType());
            if (pattern == null) {
                return null;
            }
            ObjectNode text = context.getGeneratorConfig().createObjectNode();
            text.put("type", "string").put("pattern", "^" + pattern + "$");
            return new CustomDefinition(text, true);
        });
        // A primitive that is left out has its usual value.
        config.forFields()
                .withRequiredCheck(field -> field.getType().getErasedType() == int.class
                        || field.getType().getErasedType() == double.class);
        ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(Plan.class);
        schema.put("title", "Keizoku: ICT-BCP");
        return schema;
    }
}
