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

/** Who a person is: the name, the groups, and the capacity in which they act. */
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

    /** In which capacity the person acts on a task offered to this group, for example 最高情報統括責任者 代行者1; the post where it is no rank of theirs. */
    public String capacityOf(PersonId person, String candidateGroup) {
        return plans.inForce().roles().stream()
                .flatMap(role -> role.ranks().stream())
                .filter(rank ->
                        rank.group().equals(candidateGroup) && rank.persons().contains(person))
                .map(Role.Rank::capacity)
                .findFirst()
                .or(() -> plans.inForce().findPerson(person.value()).map(Person::post))
                .orElse("");
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
