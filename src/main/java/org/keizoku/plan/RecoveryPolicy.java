package org.keizoku.plan;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

/**
 * How the clock of a target recovery time warns and escalates, and how long a vendor may stay silent.
 *
 * @param warnAt shares of the target recovery time (0 to 1) at which the team is warned
 * @param escalateEvery how often the head and headquarters are told again once the time is over
 * @param vendorAnswersWithin how long a vendor's contact point may stay silent until the next is asked, null where the plan does not say
 */
public record RecoveryPolicy(
        @NotEmpty List<Double> warnAt, @NotNull Duration escalateEvery, Duration vendorAnswersWithin) {

    /** How long a contact point may stay silent: as long as a miss may where the plan does not say. */
    public Duration vendorSilence() {
        return vendorAnswersWithin == null ? escalateEvery : vendorAnswersWithin;
    }
}
