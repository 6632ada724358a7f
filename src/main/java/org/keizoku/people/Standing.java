package org.keizoku.people;

import java.util.Optional;
import java.util.Set;
import org.keizoku.engine.Actor;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plans;
import org.keizoku.plan.Role;
import org.keizoku.plan.RoleId;
import org.springframework.stereotype.Service;

/** Who a person is: the name, the groups and the ranks. */
@Service
public class Standing {

    private final Plans plans;
    private final MembershipSync memberships;
    private final FormerPeople former;

    Standing(Plans plans, MembershipSync memberships, FormerPeople former) {
        this.plans = plans;
        this.memberships = memberships;
        this.former = former;
    }

    /** The name to show for an id on the record: also of people who left; システム for the software itself. */
    public String nameOf(String person) {
        if (Actor.SYSTEM.equals(person)) {
            return "システム";
        }
        return plans.inForce()
                .findPerson(person)
                .map(Person::name)
                .or(() -> former.nameOf(person))
                .orElse(person);
    }

    /** The first rank in which the person may act for the role; empty where they may not. */
    public Optional<Role.Rank> rankOf(PersonId person, RoleId role) {
        return plans.inForce().role(role).ranks().stream()
                .filter(rank -> rank.persons().contains(person))
                .findFirst();
    }

    /** The groups that the person is in, as the engine knows them. */
    public Set<String> groupsOf(PersonId person) {
        return groupsOf(person.value());
    }

    Set<String> groupsOf(String person) {
        return memberships.groupsOf(person);
    }

    boolean leads(String person) {
        return acts(person, plans.inForce().duties().leader());
    }

    boolean audits(String person) {
        return acts(person, plans.inForce().duties().auditor());
    }

    private boolean acts(String person, RoleId role) {
        Set<String> groups = groupsOf(person);
        return plans.inForce().role(role).ranks().stream().anyMatch(rank -> groups.contains(rank.group()));
    }
}
