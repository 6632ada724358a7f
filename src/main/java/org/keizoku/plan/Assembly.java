package org.keizoku.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;

/**
 * How staff are called and when enough of them have answered.
 *
 * @param places where they assemble, in the order in which the places are tried
 * @param remindAfter how long without an answer until a person is asked again
 * @param reminders how often a person is asked again before they are looked for by telephone
 * @param deadline when the count is closed, from the call
 * @param quorum the share of those called together (0 to 1) that must be on their way or working
 * @param reach who is expected to come out of hours, null where the plan does not say
 * @param linkValid how long an answer link works
 */
public record Assembly(
        @NotEmpty @Valid List<Place> places,
        @NotNull Duration remindAfter,
        @NotNull @Positive Integer reminders,
        @NotNull Duration deadline,
        @DecimalMin("0") @DecimalMax("1") @NotNull Double quorum,
        @Valid Reach reach,
        @NotNull Duration linkValid,
        List<ClauseId> clause) {

    public Assembly {
        clause = Listed.of(clause);
    }

    /** The places for somebody in these roles, in their order: those of one of the roles, else those for everybody. */
    List<Place> placesFor(List<RoleId> roles) {
        List<Place> own = roles.stream()
                .map(role -> places.stream()
                        .filter(place -> role.equals(place.role()))
                        .toList())
                .filter(ofRole -> !ofRole.isEmpty())
                .findFirst()
                .orElse(List.of());
        return own.isEmpty()
                ? places.stream().filter(place -> place.role() == null).toList()
                : own;
    }

    /**
     * A place to assemble at.
     *
     * @param when the condition under which it is the place, for example 庁舎に入れないとき; null for always
     * @param role the role that assembles here, null for everybody
     */
    public record Place(@NotBlank String name, String when, RoleId role, List<ClauseId> clause) {

        public Place {
            clause = Listed.of(clause);
        }

        /** In a message: the place, and its condition where it has one. */
        public String told() {
            return when == null ? name : "%s(%s)".formatted(name, when);
        }
    }

    /**
     * Who is expected to come when a disaster strikes out of hours.
     *
     * @param withinKm people who live within this distance, in kilometres
     * @param share the share of them (0 to 1) that can come
     */
    public record Reach(@Positive int withinKm, @DecimalMin("0") @DecimalMax("1") double share, List<ClauseId> clause) {

        public Reach {
            clause = Listed.of(clause);
        }
    }
}
