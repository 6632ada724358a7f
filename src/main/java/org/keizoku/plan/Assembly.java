package org.keizoku.plan;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/**
 * How staff are called and when enough of them have answered.
 *
 * @param place where they assemble when the building can be entered
 * @param placeOutside where they assemble when it cannot
 * @param remindAfter how long without an answer until a person is asked again
 * @param reminders how often a person is asked again before they are looked for by telephone
 * @param deadline when the count is closed, from the call
 * @param quorum the share of those called (0 to 1) that must be on their way or working
 * @param linkValid how long an answer link works
 */
public record Assembly(
        @NotBlank String place,
        @NotBlank String placeOutside,
        @NotNull Duration remindAfter,
        @NotNull @Positive Integer reminders,
        @NotNull Duration deadline,
        @DecimalMin("0") @DecimalMax("1") @NotNull Double quorum,
        @NotNull Duration linkValid) {}
