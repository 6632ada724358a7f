package org.keizoku.plan;

import jakarta.validation.constraints.NotNull;

/**
 * Which role of this plan stands behind each part that the shared procedures know.
 *
 * @param staff who surveys and recovers
 * @param leader who leads them
 * @param head who decides in the ICT department
 * @param headquarters who receives the reports
 * @param auditor who reads everything and acts on nothing
 * @param operator who looks after this software
 */
public record Duties(
        @NotNull RoleId staff,
        @NotNull RoleId leader,
        @NotNull RoleId head,
        @NotNull RoleId headquarters,
        @NotNull RoleId auditor,
        @NotNull RoleId operator) {}
