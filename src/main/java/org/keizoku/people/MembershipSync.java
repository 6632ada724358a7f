package org.keizoku.people;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.keizoku.engine.Actor;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role;
import org.springframework.stereotype.Component;

/** The plan's ranks as the engine's groups, and who is in them; a group that the plan does not know is removed. */
@Component
class MembershipSync {

    private static final String TYPE = "WORKFLOW";

    private final IdentityService identity;
    private final Actor actor;

    MembershipSync(IdentityService identity, Actor actor) {
        this.identity = identity;
        this.actor = actor;
    }

    /** The groups that the engine knows the person in, sorted; none where it does not know the person. */
    Set<String> groupsOf(String person) {
        return actor.asSystem(() -> identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .collect(toCollection(TreeSet::new)));
    }

    /** First, before anybody is deleted: takes away what the plan does not grant, and says who lost which groups. */
    Map<String, Set<String>> takeAway(Plan plan) {
        Map<String, Set<String>> lost = new TreeMap<>();
        Map<String, Role.Rank> ranks = ranks(plan);
        for (Group group : identity.createGroupQuery().list()) {
            Role.Rank rank = ranks.get(group.getId());
            for (String member : members(group.getId())) {
                if (rank == null || !isIn(rank, member)) {
                    identity.deleteMembership(member, group.getId());
                    lost.computeIfAbsent(member, none -> new TreeSet<>()).add(group.getId());
                }
            }
            if (rank == null) {
                identity.deleteGroup(group.getId());
            }
        }
        return lost;
    }

    /** Last, when everybody has an account: makes the groups and puts people into them, and says who won which. */
    Map<String, Set<String>> give(Plan plan) {
        Map<String, Set<String>> won = new TreeMap<>();
        Map<String, Group> there = new HashMap<>();
        identity.createGroupQuery().list().forEach(group -> there.put(group.getId(), group));
        for (Role.Rank rank : ranks(plan).values()) {
            name(there.getOrDefault(rank.group(), identity.newGroup(rank.group())), rank.capacity());
            List<String> members = members(rank.group());
            for (PersonId person : rank.persons()) {
                if (!members.contains(person.value())) {
                    identity.createMembership(person.value(), rank.group());
                    won.computeIfAbsent(person.value(), none -> new TreeSet<>()).add(rank.group());
                }
            }
        }
        return won;
    }

    private void name(Group group, String capacity) {
        if (!capacity.equals(group.getName()) || !TYPE.equals(group.getType())) {
            group.setName(capacity);
            group.setType(TYPE);
            identity.saveGroup(group);
        }
    }

    private List<String> members(String group) {
        return new ArrayList<>(identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList());
    }

    private static boolean isIn(Role.Rank rank, String member) {
        return rank.persons().stream().anyMatch(person -> person.value().equals(member));
    }

    private static Map<String, Role.Rank> ranks(Plan plan) {
        return plan.roles().stream()
                .flatMap(role -> role.ranks().stream())
                .collect(toMap(Role.Rank::group, rank -> rank, (one, same) -> one, TreeMap::new));
    }
}
