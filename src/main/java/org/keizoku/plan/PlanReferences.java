package org.keizoku.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names in a plan that must stand for something in the same plan. */
final class PlanReferences {

    private final List<Dangling> found = new ArrayList<>();
    private final Plan plan;
    private final Set<PersonId> people;
    private final Set<RoleId> roles;

    PlanReferences(Plan plan) {
        this.plan = plan;
        this.people = ids(plan.people(), Person::id);
        this.roles = ids(plan.roles(), Role::id);
    }

    /** A reference that leads nowhere, or an id given twice. */
    record Dangling(String path, String message) {}

    Stream<Dangling> dangling() {
        // Where a whole part is missing, the validation has said so already.
        if (plan.people() == null || plan.roles() == null || plan.systems() == null || plan.decisions() == null) {
            return Stream.empty();
        }
        unique("people", plan.people(), Person::id);
        unique("roles", plan.roles(), Role::id);
        unique("systems", plan.systems(), PrioritySystem::id);
        roles();
        duties();
        for (int n = 0; n < plan.decisions().size(); n++) {
            role("decisions[%d].role".formatted(n), plan.decisions().get(n).role());
        }
        for (int n = 0; plan.sites() != null && n < plan.sites().size(); n++) {
            role("sites[%d].surveyedBy".formatted(n), plan.sites().get(n).surveyedBy());
        }
        systems();
        return found.stream();
    }

    private void roles() {
        for (int n = 0; n < plan.roles().size(); n++) {
            Role role = plan.roles().get(n);
            String path = "roles[%d].".formatted(n);
            persons(path + "holders", role.holders());
            persons(path + "deputies", role.deputies());
            if (role.above() != null) {
                role(path + "above", role.above());
            }
        }
    }

    private void duties() {
        if (plan.duties() == null) {
            return;
        }
        role("duties.staff", plan.duties().staff());
        role("duties.leader", plan.duties().leader());
        role("duties.head", plan.duties().head());
        role("duties.headquarters", plan.duties().headquarters());
        role("duties.auditor", plan.duties().auditor());
        role("duties.operator", plan.duties().operator());
    }

    private void systems() {
        Set<SystemId> systems = ids(plan.systems(), PrioritySystem::id);
        Set<String> vendors = ids(plan.vendors(), Vendor::id);
        for (int n = 0; n < plan.systems().size(); n++) {
            PrioritySystem system = plan.systems().get(n);
            String path = "systems[%d].".formatted(n);
            role(path + "owner", system.owner());
            if (system.vendor() != null && !vendors.contains(system.vendor())) {
                found.add(new Dangling(path + "vendor", "no vendor '%s' in vendors".formatted(system.vendor())));
            }
            for (int d = 0; d < system.dependsOn().size(); d++) {
                if (!systems.contains(system.dependsOn().get(d))) {
                    found.add(new Dangling(
                            path + "dependsOn[%d]".formatted(d),
                            "no system '%s' in systems"
                                    .formatted(system.dependsOn().get(d))));
                }
            }
        }
    }

    private void persons(String path, List<PersonId> persons) {
        for (int n = 0; persons != null && n < persons.size(); n++) {
            if (!people.contains(persons.get(n))) {
                found.add(new Dangling(
                        "%s[%d]".formatted(path, n), "no person '%s' in people".formatted(persons.get(n))));
            }
        }
    }

    private void role(String path, RoleId role) {
        if (role != null && !roles.contains(role)) {
            found.add(new Dangling(path, "no role '%s' in roles".formatted(role)));
        }
    }

    private <T, I> void unique(String part, List<T> entries, Function<T, I> id) {
        for (int n = 0; n < entries.size(); n++) {
            I mine = id.apply(entries.get(n));
            if (entries.subList(0, n).stream().map(id).anyMatch(other -> other != null && other.equals(mine))) {
                found.add(new Dangling("%s[%d].id".formatted(part, n), "'%s' is there twice".formatted(mine)));
            }
        }
    }

    private static <T, I> Set<I> ids(List<T> entries, Function<T, I> id) {
        return entries == null
                ? Set.of()
                : entries.stream().map(id).filter(i -> i != null).collect(Collectors.toSet());
    }
}
