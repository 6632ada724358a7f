package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * A person of the organisation, without any contact data: numbers and addresses stand in the encrypted table beside the plan.
 *
 * @param post the person's post, for example ICT部門専任主幹
 * @param distanceKm from home to the building, null where it is not known
 * @param channels by which the person can be reached; both where it is left out
 */
public record Person(
        @NotNull PersonId id,
        @NotBlank String name,
        @NotBlank String post,
        @PositiveOrZero Integer distanceKm,
        @Size(min = 1) Set<Channel> channels) {

    /** A way to reach a person. */
    public enum Channel {
        @JsonProperty("sms")
        SMS,
        @JsonProperty("mail")
        MAIL
    }

    public Person {
        channels = channels == null ? Set.of(Channel.values()) : channels;
    }
}
