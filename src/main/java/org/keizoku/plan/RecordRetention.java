package org.keizoku.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.validation.constraints.NotNull;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * How long the record is kept at least: the ledger, the engine's history and what the rooms keep of an activation. Rule MNT-557-02,
 * which asks for a fixed period and names none.
 *
 * @param records from the moment of a record, by the calendar of Japan
 * @param example true where the plan's own documents do not say how long
 */
public record RecordRetention(@NotNull Period records, boolean example, List<ClauseId> clause) {

    private static final YAMLMapper YAML = new YAMLMapper();

    public RecordRetention {
        clause = Listed.of(clause);
    }

    /** What the text of a plan says, without reading the rest of it; empty where it says nothing or cannot be read. */
    public static Optional<Period> saidIn(String yaml) {
        try {
            String records =
                    YAML.readTree(yaml).path("retention").path("records").asText();
            return records.isEmpty() ? Optional.empty() : Optional.of(Period.parse(records));
        } catch (JsonProcessingException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
