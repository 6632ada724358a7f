package org.keizoku.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Optional;

/**
 * The security standard behind plans: which offices it knows, how information is handled by its importance, who approves what, and which
 * two parts one person must not play in the same matter. A plan says in {@link Security} which of its roles fills each office.
 *
 * @param id the name by which a plan asks for it, for example {@code minato}
 * @param source the public document whose facts it holds
 * @param separations the pairs of parts that must be two persons
 * @param sheets what people read and no procedure computes with
 */
public record SecurityStandard(
        @NotBlank String id,
        @NotBlank String title,
        @NotBlank String source,
        @NotEmpty @Valid List<Office> offices,
        @NotEmpty @Valid List<Level> levels,
        @NotEmpty @Valid List<Approval> approvals,
        @NotEmpty @Valid List<Separation> separations,
        @Valid List<Sheet> sheets) {

    public SecurityStandard {
        sheets = Listed.of(sheets);
    }

    public Optional<Office> office(String id) {
        return offices.stream().filter(office -> office.id().equals(id)).findFirst();
    }

    /**
     * An office of the standard.
     *
     * @param heldBy who fills it, in the words of the standard
     * @param deputy the office that acts in its place when it is unable to, null where the standard names none
     */
    public record Office(
            @NotBlank String id,
            @NotBlank String name,
            @NotBlank String heldBy,
            List<String> duties,
            String deputy,
            List<ClauseId> clause) {

        public Office {
            duties = Listed.of(duties);
            clause = Listed.of(clause);
        }
    }

    /**
     * A level of importance of information.
     *
     * @param level 3 for the most important, 1 for the rest
     * @param definition the information that belongs to it
     * @param handling what has to be done with it
     */
    public record Level(
            @Min(1) @Max(3) int level,
            @NotEmpty List<String> definition,
            List<String> handling,
            List<ClauseId> clause) {

        public Level {
            handling = Listed.of(handling);
            clause = Listed.of(clause);
        }
    }

    /**
     * Something that must be approved before it is done.
     *
     * @param levels the levels of the information that call for it, empty where it is asked whatever the information
     * @param approver the office that approves
     */
    public record Approval(
            @NotBlank String id,
            @NotBlank String matter,
            List<@Min(1) @Max(3) Integer> levels,
            @NotBlank String approver,
            List<ClauseId> clause) {

        public Approval {
            levels = Listed.of(levels);
            clause = Listed.of(clause);
        }
    }

    /**
     * Two parts that must not be played by one person in the same matter.
     *
     * @param rule the separation in words, with what the standard leaves open
     */
    public record Separation(
            @NotBlank String one, @NotBlank String other, @NotBlank String rule, List<ClauseId> clause) {

        public Separation {
            clause = Listed.of(clause);
        }
    }
}
