package org.keizoku.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One organisation's ICT-BCP as data: who, where, when and how much. A different order of steps is another BPMN file, named in
 * {@code procedures}.
 *
 * @param id the plan's short name, for example {@code sample-city}
 * @param version the version the organisation gave it
 * @param duties which role stands behind each part that the shared procedures know
 * @param decisions the decisions of the procedures, by id
 * @param procedures process ids that this plan uses instead of the shared ones, by the id of the shared one
 */
public record Plan(
        @NotBlank String id,
        @NotBlank String organisation,
        @NotBlank String version,
        @NotNull @Valid WorkingHours workingHours,
        @NotEmpty @Valid List<Person> people,
        @NotEmpty @Valid List<Role> roles,
        @NotNull @Valid Duties duties,
        @NotEmpty @Valid List<Decision> decisions,
        @NotEmpty @Valid List<Site> sites,
        @NotEmpty @Valid List<Base> bases,
        @NotEmpty @Valid List<PrioritySystem> systems,
        @NotNull @Valid List<Vendor> vendors,
        @NotNull @Valid Assembly assembly,
        @NotNull @Valid RecoveryPolicy recovery,
        @NotNull @Valid Reporting reporting,
        Map<String, String> procedures) {

    public Plan {
        procedures = procedures == null ? Map.of() : Map.copyOf(procedures);
    }

    public Person person(PersonId id) {
        return people.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no person " + id));
    }

    /** The person, or nobody: who left the organisation stays on old records. */
    public Optional<Person> findPerson(String id) {
        return people.stream().filter(person -> person.id().value().equals(id)).findFirst();
    }

    public Role role(RoleId id) {
        return roles.stream()
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no role " + id));
    }

    public Decision decision(String id) {
        return decisions.stream()
                .filter(decision -> decision.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no decision " + id));
    }

    public PrioritySystem system(SystemId id) {
        return systems.stream()
                .filter(system -> system.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no system " + id));
    }

    public Site site(String id) {
        return sites.stream()
                .filter(site -> site.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no site " + id));
    }

    public Base base(String id) {
        return bases.stream()
                .filter(base -> base.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no base " + id));
    }

    /** The process that this plan runs for a shared procedure. */
    public String procedure(String shared) {
        return procedures.getOrDefault(shared, shared);
    }
}
