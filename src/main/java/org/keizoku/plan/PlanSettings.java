package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which plan is run.
 *
 * @param plan the name of a shipped plan, or the path of a plan file
 */
@Validated
@ConfigurationProperties("keizoku")
record PlanSettings(@NotBlank String plan) {

    boolean isFile() {
        return plan.endsWith(".yaml") || plan.endsWith(".yml");
    }
}
