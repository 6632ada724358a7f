package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A person of the organisation, without any contact data: numbers and addresses stand in the encrypted table beside the plan.
 *
 * @param post the person's post, for example ICT部門専任主幹
 * @param distanceKm from home to the building, null where it is not known
 */
public record Person(@NotNull PersonId id, @NotBlank String name, @NotBlank String post, Integer distanceKm) {}
