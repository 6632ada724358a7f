package org.keizoku.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A system with a target recovery time.
 *
 * @param parent the system it is a part of, in words
 * @param outline what it does
 * @param owner the role of the section that uses it and says whether it works again
 * @param startClass the id of the target start class of the operations it serves
 * @param priority S (first) to E (last)
 * @param priorityReason why the priority is another one than the table of target recovery times gives
 * @param targets the target recovery time and level, the first that fits the event counts
 * @param businesses the operations it serves, from which its target recovery time follows
 * @param vendor the id of its maintainer, null where there is none
 * @param dependsOn ids of systems that must work first
 * @param substitute what carries the work without it, null where nothing does
 * @param checks what is tried to see whether it can be reached
 * @param order the place in the list of priority systems, by structure; where some are given, the system is on these lists only
 */
public record PrioritySystem(
        @NotNull SystemId id,
        @NotBlank String name,
        String parent,
        String outline,
        @NotNull RoleId owner,
        String startClass,
        @NotNull @Pattern(regexp = "[SABCDE]") String priority,
        String priorityReason,
        @NotEmpty @Valid List<Target> targets,
        @Valid List<Business> businesses,
        Hosting hosting,
        String vendor,
        String place,
        List<SystemId> dependsOn,
        String substitute,
        List<String> checks,
        Map<String, Integer> order,
        @Valid Equipment equipment,
        List<ClauseId> clause) {

    private static final String ORDER = "SABCDE";

    public PrioritySystem {
        businesses = Listed.of(businesses);
        dependsOn = Listed.of(dependsOn);
        checks = Listed.of(checks);
        order = Listed.of(order);
        clause = Listed.of(clause);
    }

    /** Where a system runs, and who can lay hands on it. */
    public enum Hosting {
        @JsonProperty("on-premises")
        ON_PREMISES,
        @JsonProperty("datacenter")
        DATACENTER,
        @JsonProperty("saas")
        SAAS;

        /** As the plan file and the decision tables name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** 0 for S to 5 for E. */
    public int priorityRank() {
        return ORDER.indexOf(priority);
    }

    /** The target for the event type: its own, else the one for any event. */
    public Target targetFor(String eventType) {
        return targets.stream()
                .filter(target ->
                        target.event() != null && target.event().code().equals(eventType))
                .findFirst()
                .or(() -> targets.stream()
                        .filter(target -> target.event() == null)
                        .findFirst())
                .orElse(targets.get(0));
    }

    /** Whether the system is on the list of the structure. */
    boolean isOnListOf(String structure) {
        return order.isEmpty() || order.containsKey(structure);
    }

    /**
     * How soon, and how far.
     *
     * @param event the event type, null for any
     * @param rto the target recovery time, counted from the outage
     * @param rlo the target recovery level in words: what must work for the time to count as kept
     * @param share the target recovery level as a share of normal operation (0 to 1), null where it is not a number
     * @param example true where the source gives no figure and this is an example to replace
     */
    public record Target(
            EventType event,
            @NotNull Duration rto,
            @NotBlank String rlo,
            @DecimalMin("0") @DecimalMax("1") Double share,
            boolean example) {}

    /**
     * An operation that the system serves.
     *
     * @param rto the target recovery time of the operation
     * @param withoutSystem how long the operation can go on without the system, null where it cannot
     * @param means what carries it meanwhile
     */
    public record Business(@NotBlank String name, @NotNull Duration rto, Duration withoutSystem, String means) {}

    /** The columns of 様式1 that describe the machine and what protects it, in the words of the organisation. */
    public record Equipment(
            String model,
            String os,
            String hardwareMaintainer,
            String backup,
            String spare,
            String seismic,
            String ups,
            String remoteBackup) {}
}
