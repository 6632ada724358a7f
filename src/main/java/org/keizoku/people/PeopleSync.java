package org.keizoku.people;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.keizoku.plan.Person;
import org.keizoku.plan.Plan;
import org.springframework.stereotype.Component;

/**
 * The plan's people as the engine's users: id and name, no address and no number. The plan is the truth: whoever it does not know
 * loses the account, a user made by hand as well.
 */
@Component
class PeopleSync {

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FirstPasswords passwords;
    private final FormerPeople former;

    PeopleSync(
            IdentityService identity,
            AuthorizationService authorizations,
            FirstPasswords passwords,
            FormerPeople former) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.passwords = passwords;
        this.former = former;
    }

    /** The accounts that the plan does not know. */
    List<String> strangersTo(Plan plan) {
        List<String> strangers = new ArrayList<>(users().keySet());
        strangers.removeIf(user -> plan.findPerson(user).isPresent());
        return strangers;
    }

    /** Deletes the account; the name stays known to records. */
    void leave(String person) {
        User user = identity.createUserQuery().userId(person).singleResult();
        former.remember(person, (text(user.getFirstName()) + " " + text(user.getLastName())).strip());
        identity.deleteUser(person);
    }

    /** What a person was granted personally, by claiming a task: what is still theirs to do, they may do by their groups. */
    void withdrawPersonalRights(String person) {
        authorizations
                .createAuthorizationQuery()
                .userIdIn(person)
                .list()
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }

    /** Makes missing accounts and renames those whose name changed; an existing password stays. Says who is new. */
    Set<String> join(Plan plan) {
        Map<String, User> there = users();
        List<Person> joining = plan.people().stream()
                .filter(person -> !there.containsKey(person.id().value()))
                .toList();
        var first = passwords.of(joining);
        Map<String, Person> joined = new TreeMap<>();
        for (Person person : joining) {
            User user = identity.newUser(person.id().value());
            user.setPassword(first.get(person.id()));
            name(user, person);
            joined.put(user.getId(), person);
        }
        plan.people().stream()
                .filter(person -> there.containsKey(person.id().value()))
                .forEach(person -> name(there.get(person.id().value()), person));
        return joined.keySet();
    }

    /** The family name goes first, as it is written: Tasklist shows first name, then last name. */
    private void name(User user, Person person) {
        String[] parts = person.name().strip().split("[ 　]+", 2);
        String last = parts.length == 2 ? parts[1] : "";
        if (!parts[0].equals(user.getFirstName()) || !last.equals(text(user.getLastName()))) {
            user.setFirstName(parts[0]);
            user.setLastName(last);
            identity.saveUser(user);
        }
    }

    private Map<String, User> users() {
        return identity.createUserQuery().list().stream().collect(toMap(User::getId, user -> user));
    }

    private static String text(String name) {
        return name == null ? "" : name;
    }
}
