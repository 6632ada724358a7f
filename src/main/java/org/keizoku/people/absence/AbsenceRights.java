package org.keizoku.people.absence;

import java.util.List;
import java.util.stream.Stream;
import org.keizoku.plan.ActsFor;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Plans;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** For whom somebody may declare an absence: everybody for themselves, the leader and the leader's deputies for the members of the section. */
@Component
class AbsenceRights {

    private final Plans plans;
    private final ActsFor actsFor;

    AbsenceRights(Plans plans, ActsFor actsFor) {
        this.plans = plans;
        this.actsFor = actsFor;
    }

    /** The signed-in person first; of the plan in force only. */
    List<Person> mayDeclareFor(Authentication person) {
        Plan plan = plans.inForce();
        var self = new PersonId(person.getName());
        Stream<PersonId> members = actsFor.any(person, plan.duties().leader()) ? members(plan) : Stream.empty();
        return Stream.concat(Stream.of(self), members)
                .distinct()
                .flatMap(id -> plan.findPerson(id.value()).stream())
                .toList();
    }

    /** An AccessDeniedException where the one may not declare or call off an absence of the other. */
    void insist(Authentication person, PersonId away) {
        if (mayDeclareFor(person).stream().map(Person::id).noneMatch(away::equals)) {
            throw new AccessDeniedException("neither the person nor their leader");
        }
    }

    private static Stream<PersonId> members(Plan plan) {
        return Stream.of(plan.duties().leader(), plan.duties().staff())
                .flatMap(role -> plan.role(role).everyone().stream());
    }
}
