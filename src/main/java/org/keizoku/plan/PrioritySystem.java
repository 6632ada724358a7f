package org.keizoku.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;

/**
 * A system with a target recovery time.
 *
 * @param owner the role of the section that uses it and says whether it works again
 * @param startClass the target start class A, B or C of the operations it serves
 * @param priority S (first) to E (last)
 * @param targets the target recovery time and level, the first that fits the event counts
 * @param vendor the id of its maintainer, null where there is none
 * @param dependsOn ids of systems that must work first
 * @param substitute what carries the work without it, null where nothing does
 */
public record PrioritySystem(
        @NotNull SystemId id,
        @NotBlank String name,
        @NotNull RoleId owner,
        @Pattern(regexp = "[ABC]") String startClass,
        @NotNull @Pattern(regexp = "[SABCDE]") String priority,
        @NotEmpty @Valid List<Target> targets,
        String vendor,
        String place,
        List<SystemId> dependsOn,
        String substitute) {

    private static final String ORDER = "SABCDE";

    public PrioritySystem {
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    }

    /** 0 for S to 5 for E. */
    public int priorityRank() {
        return ORDER.indexOf(priority);
    }

    /** The target for the event type: its own, else the one for any event. */
    public Target targetFor(String eventType) {
        return targets.stream()
                .filter(target -> eventType.equals(target.event()))
                .findFirst()
                .or(() -> targets.stream()
                        .filter(target -> target.event() == null)
                        .findFirst())
                .orElse(targets.get(0));
    }

    /**
     * How soon, and how far.
     *
     * @param event the event type, null for any
     * @param rto the target recovery time, counted from the outage
     * @param rlo the target recovery level in words: what must work for the time to count as kept
     * @param example true where the source gives no figure and this is an example to replace
     */
    public record Target(String event, @NotNull Duration rto, @NotBlank String rlo, boolean example) {}
}
