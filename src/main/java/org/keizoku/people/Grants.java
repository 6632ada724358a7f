package org.keizoku.people;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role;
import org.keizoku.plan.RoleId;

/**
 * Who may do what in Tasklist under a plan, and nothing beyond; the tasks themselves the engine grants to their candidates. Whoever leads
 * sees and hands over the tasks of others, but not what a superior is asked to decide, nor how the section is audited.
 */
final class Grants {

    /** Their tasks are for those to whom they are offered, and for nobody else. */
    private static final List<String> NOT_THEIRS = List.of("decide-with-deputies", "ratify-decision", "security-audit");

    private final Map<List<String>, Set<String>> granted = new LinkedHashMap<>();
    private final Map<List<String>, Set<String>> taken = new LinkedHashMap<>();

    private Grants() {}

    static List<Grant> of(Plan plan, Map<ReadyFilter, String> filters) {
        var duties = plan.duties();
        Set<String> auditors = groups(plan, Stream.of(duties.auditor()));
        Set<String> workers =
                without(auditors, groups(plan, plan.roles().stream().map(Role::id)));
        Set<String> leaders = without(auditors, groups(plan, Stream.of(duties.leader())));
        var reporters =
                Stream.of(duties.staff(), duties.leader(), duties.head(), duties.operator(), duties.headquarters());
        var grants = new Grants();
        grants.work(workers);
        grants.start(without(auditors, groups(plan, reporters)), plan, List.of("activation", "activation-correction"));
        grants.start(
                without(auditors, groups(plan, Stream.of(duties.staff(), duties.leader()))),
                plan,
                List.of("security-downgrade", "downgrade-extension"));
        grants.lead(leaders);
        filters.forEach((list, id) -> grants.to(list.isForLeaders() ? leaders : workers, "FILTER", id, "READ"));
        return grants.all();
    }

    /** What Tasklist needs to show a task with its form, its diagram and people's names. */
    private void work(Set<String> groups) {
        to(groups, "APPLICATION", "tasklist", "ACCESS");
        to(groups, "PROCESS_DEFINITION", Grant.ANY, "READ");
        to(groups, "USER", Grant.ANY, "READ");
        to(groups, "GROUP", Grant.ANY, "READ");
    }

    private void start(Set<String> groups, Plan plan, List<String> processes) {
        to(groups, "PROCESS_INSTANCE", Grant.ANY, "CREATE");
        for (String process : processes) {
            to(groups, "PROCESS_DEFINITION", plan.procedure(process), "CREATE_INSTANCE");
        }
    }

    private void lead(Set<String> groups) {
        for (String permission : List.of("READ_TASK", "TASK_ASSIGN")) {
            to(groups, "PROCESS_DEFINITION", Grant.ANY, permission);
            NOT_THEIRS.forEach(process -> put(taken, groups, "PROCESS_DEFINITION", process, permission));
        }
    }

    private void to(Set<String> groups, String resource, String id, String permission) {
        put(granted, groups, resource, id, permission);
    }

    private static void put(
            Map<List<String>, Set<String>> rights, Set<String> groups, String resource, String id, String permission) {
        groups.forEach(group -> rights.computeIfAbsent(List.of(group, resource, id), none -> new TreeSet<>())
                .add(permission));
    }

    private List<Grant> all() {
        return Stream.concat(all(true, granted), all(false, taken)).toList();
    }

    private static Stream<Grant> all(boolean given, Map<List<String>, Set<String>> rights) {
        return rights.entrySet().stream()
                .map(one -> new Grant(
                        given,
                        one.getKey().get(0),
                        one.getKey().get(1),
                        one.getKey().get(2),
                        one.getValue()));
    }

    private static Set<String> groups(Plan plan, Stream<RoleId> roles) {
        return roles.flatMap(role -> plan.role(role).ranks().stream())
                .map(Role.Rank::group)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> without(Collection<String> taken, Set<String> all) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(taken);
        return rest;
    }
}
