package org.keizoku.plan.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.Role;
import org.keizoku.plan.RoleId;
import org.keizoku.plan.Structure;
import org.keizoku.plan.SystemId;
import org.keizoku.plan.Vendor;

/** The names for the ids of a plan, each looked up at once however large the plan is, and leading to the entry that they mean. */
final class Links {

    private final Map<PersonId, Person> people;
    private final Map<String, String> roles;
    private final Map<SystemId, String> systems;
    private final Map<String, String> vendors;
    private final Map<String, String> structures;

    Links(Plan plan) {
        people = plan.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        roles = plan.roles().stream().collect(Collectors.toMap(role -> role.id().value(), Role::name));
        systems = plan.systems().stream().collect(Collectors.toMap(PrioritySystem::id, PrioritySystem::name));
        vendors = plan.vendors().stream().collect(Collectors.toMap(Vendor::id, Vendor::name));
        structures = plan.structures().stream().collect(Collectors.toMap(Structure::id, Structure::name));
    }

    /** With the post, since in the night one looks for who does what. */
    List<Value> people(List<PersonId> ids) {
        return ids.stream()
                .map(people::get)
                .map(person -> Value.of("%s(%s)".formatted(person.name(), person.post())))
                .toList();
    }

    Value role(RoleId id) {
        return id == null ? null : roleOrWords(id.value());
    }

    /** The role of this id, or the words themselves where no role has them for its id. */
    Value roleOrWords(String id) {
        return roles.containsKey(id) ? Value.link(roles.get(id), Anchor.ROLE.of(id)) : Value.of(id);
    }

    Value system(SystemId id) {
        return Value.link(systems.get(id), Anchor.SYSTEM.of(id));
    }

    Value vendor(String id) {
        return id == null ? null : Value.link(vendors.get(id), Anchor.VENDOR.of(id));
    }

    Value startClass(String id) {
        return id == null ? null : Value.link(id, Anchor.START_CLASS.of(id));
    }

    String structure(String id) {
        return Role.Part.NORMAL.equals(id) ? structures.getOrDefault(id, "平常時") : structures.get(id);
    }
}
