package org.keizoku.plan;

import java.time.Instant;
import java.util.List;

/**
 * A version of the plan that was or is in force, as the list of revisions tells it.
 *
 * @param number under which it is kept
 * @param version as the plan's own text calls it
 * @param keptAt since when it has been in force
 * @param changes what it changed, one Japanese line for each thing
 * @param diff the unified diff to the version before; empty for the first
 */
public record PlanVersion(
        long number, String version, Instant keptAt, Approval approval, List<String> changes, String diff) {}
