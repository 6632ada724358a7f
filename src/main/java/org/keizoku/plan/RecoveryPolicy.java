package org.keizoku.plan;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

/**
 * How the clock of a target recovery time warns and escalates.
 *
 * @param warnAt shares of the target recovery time (0 to 1) at which the team is warned
 * @param escalateEvery how often the head and headquarters are told again once the time is over
 */
public record RecoveryPolicy(@NotEmpty List<Double> warnAt, @NotNull Duration escalateEvery) {}
