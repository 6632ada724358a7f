package org.keizoku.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanTakenIntoUse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the engine's users, groups, memberships, filters and rights to what the plan in force says, at every start. The plan is the
 * truth: users and groups made by hand, which it does not know, are removed. Doing it again changes nothing.
 */
@Component
class PeopleFollowPlan {

    /** Any number that nobody else locks: nodes that start together go one after the other. */
    private static final long LOCK = 0x70656f706c65L;

    private final PeopleSync people;
    private final MembershipSync memberships;
    private final TaskReturnSync tasks;
    private final FilterSync filters;
    private final GrantSync grants;
    private final Actor actor;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PeopleFollowPlan(
            PeopleSync people,
            MembershipSync memberships,
            TaskReturnSync tasks,
            FilterSync filters,
            GrantSync grants,
            Actor actor,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.people = people;
        this.memberships = memberships;
        this.tasks = tasks;
        this.filters = filters;
        this.grants = grants;
        this.actor = actor;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    @Transactional
    public void on(PlanTakenIntoUse taken) {
        actor.asSystem(() -> {
            follow(taken.plan());
            return null;
        });
    }

    private void follow(Plan plan) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        List<String> leaving = people.strangersTo(plan);
        var lost = memberships.takeAway(plan);
        leaving.forEach(people::leave);
        var joined = people.join(plan);
        var won = memberships.give(plan);
        List<GivenBack> givenBack = settle(leaving, lost.keySet());
        grants.hold(Grants.of(plan, filters.offer(ReadyFilter.ALL)));
        tell(plan, joined, leaving, won, lost);
        tell(givenBack);
        leaving.forEach(this::sayGoodbye);
    }

    /** Of everybody who lost something: what they had taken is given back, and no right of their own is left. */
    private List<GivenBack> settle(List<String> leaving, Set<String> lost) {
        Set<String> concerned = new TreeSet<>(lost);
        concerned.addAll(leaving);
        List<GivenBack> givenBack = new ArrayList<>();
        for (String person : concerned) {
            givenBack.addAll(tasks.giveBack(person, memberships.groupsOf(person)));
            people.withdrawPersonalRights(person);
        }
        return givenBack;
    }

    /** An account made by hand may bear an id that no person of a plan could. */
    private void sayGoodbye(String person) {
        if (person.matches("[a-z][a-z0-9-]{0,40}")) {
            events.publishEvent(new PersonLeft(new PersonId(person)));
        }
    }

    private void tell(
            Plan plan,
            Set<String> joined,
            List<String> left,
            Map<String, Set<String>> won,
            Map<String, Set<String>> lost) {
        Map<String, String> changes = new LinkedHashMap<>();
        note(changes, "追加した職員", String.join("、", joined));
        note(changes, "外した職員", String.join("、", left));
        note(changes, "与えた役割", told(won));
        note(changes, "解いた役割", told(lost));
        if (!changes.isEmpty()) {
            say(null, "people-changed", "計画(版%s)のとおりに職員と役割を改めた。".formatted(plan.version()), changes);
        }
    }

    private void tell(List<GivenBack> all) {
        all.stream()
                .collect(groupingBy(back -> String.valueOf(back.activation())))
                .forEach((activation, some) -> {
                    Map<String, String> tasksByPerson = new LinkedHashMap<>();
                    some.forEach(
                            back -> tasksByPerson.merge(back.person(), back.task(), (one, other) -> one + "、" + other));
                    say(
                            some.get(0).activation(),
                            "tasks-given-back",
                            "計画の変更で担当を外れた職員のタスク%d件を、担当者なしに戻した。".formatted(some.size()),
                            tasksByPerson);
                });
    }

    private void say(String activation, String kind, String told, Map<String, ?> values) {
        events.publishEvent(new Fact(activation, clock.instant(), Actor.SYSTEM, null, kind, told, values));
    }

    private static void note(Map<String, String> changes, String label, String value) {
        if (!value.isEmpty()) {
            changes.put(label, value);
        }
    }

    private static String told(Map<String, Set<String>> groups) {
        return groups.entrySet().stream()
                .map(one -> one.getKey() + ": " + String.join(", ", one.getValue()))
                .collect(joining("、"));
    }
}
