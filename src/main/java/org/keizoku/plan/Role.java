package org.keizoku.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part somebody plays in the response, with who stands in for them, in order.
 *
 * @param holders who holds the role
 * @param deputies who acts for the holders, in order
 * @param above the role that is asked when nobody of this one answers; null at the top
 * @param duties what the role does, in every structure
 * @param parts how the role is called and what it does in one structure only
 */
public record Role(
        @NotNull RoleId id,
        @NotBlank String name,
        @NotEmpty List<PersonId> holders,
        List<PersonId> deputies,
        RoleId above,
        List<String> duties,
        @Valid List<Part> parts,
        List<ClauseId> clause) {

    public Role {
        deputies = Listed.of(deputies);
        duties = Listed.of(duties);
        parts = Listed.of(parts);
        clause = Listed.of(clause);
    }

    /** The holders first, then each deputy: in this order they may decide. */
    public List<Rank> ranks() {
        List<Rank> ranks = new ArrayList<>();
        ranks.add(new Rank(id.value(), name, holders));
        for (int n = 1; n <= deputies.size(); n++) {
            ranks.add(new Rank(id + "-deputy-" + n, name + " 代行者" + n, List.of(deputies.get(n - 1))));
        }
        return ranks;
    }

    /** The holders and the deputies, in their order; a set of the caller's own. */
    public Set<PersonId> everyone() {
        return Rank.everyone(ranks());
    }

    /** The groups of all ranks, as a task's candidates are written: whoever of the role is there takes it. */
    public String candidates() {
        return ranks().stream().map(Rank::group).collect(Collectors.joining(","));
    }

    /**
     * One step of the order in which a role may act.
     *
     * @param group the engine's group
     * @param capacity how the record names it, for example 最高情報統括責任者 代行者1
     */
    public record Rank(String group, String capacity, List<PersonId> persons) {

        /** The persons of all these ranks, each once, in their order. */
        public static Set<PersonId> everyone(Collection<Rank> ranks) {
            Set<PersonId> persons = new LinkedHashSet<>();
            ranks.forEach(rank -> persons.addAll(rank.persons()));
            return persons;
        }
    }

    /**
     * The role within one structure.
     *
     * @param structure the id of the structure, or {@code normal} for the days when nothing has happened
     * @param title how the role is called there, null where it keeps its name
     */
    public record Part(@NotBlank String structure, String title, List<String> duties, List<ClauseId> clause) {

        /** The structure of the days when nothing has happened; a plan need not describe it. */
        public static final String NORMAL = "normal";

        public Part {
            duties = Listed.of(duties);
            clause = Listed.of(clause);
        }
    }
}
