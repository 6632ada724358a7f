package org.keizoku.plan;

import jakarta.validation.constraints.NotBlank;

/**
 * Where recovery happens; the plan lists them in the order in which they are tried.
 *
 * @param kind present building, near site or remote site, in Japanese
 * @param systems the place for the systems
 * @param headquarters the place for headquarters
 */
public record Base(
        @NotBlank String id,
        @NotBlank String name,
        @NotBlank String kind,
        @NotBlank String systems,
        @NotBlank String headquarters) {}
