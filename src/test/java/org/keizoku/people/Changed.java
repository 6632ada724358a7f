package org.keizoku.people;

import java.util.List;
import java.util.function.UnaryOperator;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role;

/** A plan like another one, but for some people or roles. */
final class Changed {

    private Changed() {}

    static Plan people(Plan plan, UnaryOperator<List<Person>> change) {
        return copy(plan, change.apply(plan.people()), plan.roles());
    }

    static Plan role(Plan plan, String id, List<PersonId> holders, List<PersonId> deputies) {
        return copy(
                plan,
                plan.people(),
                plan.roles().stream()
                        .map(role -> role.id().value().equals(id)
                                ? new Role(role.id(), role.name(), holders, deputies, role.above(), role.duties())
                                : role)
                        .toList());
    }

    private static Plan copy(Plan plan, List<Person> people, List<Role> roles) {
        return new Plan(
                plan.id(),
                plan.organisation(),
                plan.version(),
                plan.workingHours(),
                people,
                roles,
                plan.duties(),
                plan.decisions(),
                plan.sites(),
                plan.bases(),
                plan.systems(),
                plan.vendors(),
                plan.assembly(),
                plan.recovery(),
                plan.reporting(),
                plan.procedures());
    }
}
