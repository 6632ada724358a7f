package org.keizoku.plan;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * When headquarters gets its reports.
 *
 * @param every the interval between two reports
 * @param signWithin how long the acting head has to sign one
 */
public record Reporting(@NotNull Duration every, @NotNull Duration signWithin) {}
