package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.Map;

/**
 * The security standard that stands behind the plan.
 *
 * @param standard the name of a shipped standard
 * @param offices the role of this plan that fills each office of the standard
 */
public record Security(@NotBlank String standard, @NotEmpty Map<String, RoleId> offices) {}
