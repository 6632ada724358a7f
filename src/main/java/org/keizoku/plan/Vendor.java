package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

/**
 * A company that helps to recover. Its numbers and addresses stand in the encrypted table beside the plan.
 *
 * @param serves what it looks after, in words
 * @param contacts its contact points in the order in which they are tried, for example 保守受付窓口
 * @param arrivesWithin how soon it is on the spot after a call, null where nothing is agreed
 * @param assembles when it comes by itself, null where it does not
 * @param answers the nine answers of 様式2 in their order
 */
public record Vendor(
        @NotBlank String id,
        @NotBlank String name,
        @NotNull Kind kind,
        String serves,
        List<String> contacts,
        Duration arrivesWithin,
        String assembles,
        List<String> answers,
        List<ClauseId> clause) {

    /** What a company was engaged for. */
    public enum Kind {
        @JsonProperty("operation")
        OPERATION,
        @JsonProperty("maintenance")
        MAINTENANCE,
        @JsonProperty("other")
        OTHER
    }

    public Vendor {
        contacts = Listed.of(contacts);
        answers = Listed.of(answers);
        clause = Listed.of(clause);
    }
}
