package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.JavaWays;
import org.keizoku.engine.JavaWays.Way;
import org.keizoku.engine.SampleMatter;
import org.keizoku.engine.Side;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Small plans of up to five persons, of whom each tries each way to act: claim, assign, delegate, resolve, candidate, complete, form,
 * variables, messages, over Tasklist's routes, the engine's REST API and the Java API. What the engine's own history says in the end is
 * what counts. {@code EveryWayBench} plays all assignments.
 */
@KeizokuTest
@AutoConfigureObservability(tracing = false)
@TestPropertySource(
        properties = {
            "keizoku.engine-rest.enabled=true",
            "keizoku.operator.name=watch",
            "keizoku.operator.password=figures-only-1"
        })
class EveryWayTest {

    private static final List<String> PEOPLE = List.of("joho1", "joho2", "joho3", "joho4", "shukan");
    private static final String LEADER = "shukan";
    private static final Map<String, Side> SIDES = Map.of(
            "Task_Ask", Side.REQUESTER,
            "Task_Allow", Side.APPROVER,
            "Task_Do", Side.EXECUTOR,
            "Task_Check", Side.VERIFIER);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Night night;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    private SampleMatter matter;
    private List<Map<String, Way>> ways;
    private Random chance;
    private int ended;

    /** How many assignments are played. */
    int assignments() {
        return 12;
    }

    /** How many ways are tried at each task. */
    int attempts() {
        return 10;
    }

    @BeforeEach
    void people_of_small_plans() {
        matter = new SampleMatter(context);
        for (int person = 0; person < PEOPLE.size(); person++) {
            String group = Assignment.group(person);
            identity.saveGroup(identity.newGroup(group));
            identity.createMembership(PEOPLE.get(person), group);
        }
        var java = new JavaWays(context);
        var rest = new RestWays(port, PEOPLE, LEADER);
        ways = PEOPLE.stream()
                .map(person -> {
                    Map<String, Way> all = new LinkedHashMap<>(java.of(person));
                    all.putAll(rest.of(person));
                    return all;
                })
                .toList();
    }

    @AfterEach
    void the_small_plans_are_taken_away() {
        Assignment.groups().forEach(identity::deleteGroup);
        matter.close();
    }

    @Test
    void no_assignment_and_no_way_to_act_puts_a_person_on_two_sides_of_a_matter() {
        List<Assignment> all = Assignment.all();
        assertThat(all).hasSize(3845);
        long seed = System.nanoTime();
        chance = new Random(seed);
        Collections.shuffle(all, chance);
        all.stream().limit(assignments()).forEach(assignment -> {
            List<String> tried = new ArrayList<>();
            String instance = matter.begins(assignment.sides());
            play(assignment, instance, tried);
            assertApart(instance, "seed %d, %s: %s".formatted(seed, assignment, tried));
        });
        assertThat(ended).as("matters that four persons brought to their end").isPositive();
        System.out.printf(
                "every way: %,d of %,d assignments, %,d ways, %,d matters ended, nobody on two sides (seed %d)%n",
                assignments(), all.size(), ways.get(0).size(), ended, seed);
    }

    /** Each task is tried by anybody in any way, then done by somebody who may; until nobody is left who may. */
    private void play(Assignment assignment, String instance, List<String> tried) {
        for (Task task = matter.open(instance); task != null; task = matter.open(instance)) {
            for (int attempt = 0; attempt < attempts() && isOpen(task, instance); attempt++) {
                attempt(task, tried);
            }
            if (isOpen(task, instance) && !isDone(assignment, instance)) {
                return;
            }
        }
        ended++;
    }

    private void attempt(Task task, List<String> tried) {
        int person = chance.nextInt(PEOPLE.size());
        var way = List.copyOf(ways.get(person).entrySet())
                .get(chance.nextInt(ways.get(person).size()));
        tried.add("%s at %s by %s".formatted(PEOPLE.get(person), task.getTaskDefinitionKey(), way.getKey()));
        try {
            way.getValue().tryOn(task);
        } catch (ProcessEngineException refused) {
            tried.add("refused");
        }
    }

    private boolean isOpen(Task task, String instance) {
        Task open = matter.open(instance);
        return open != null && open.getId().equals(task.getId());
    }

    /** Whoever holds the task by now gives it back; then the first who may do it does. */
    private boolean isDone(Assignment assignment, String instance) {
        Task task = matter.open(instance);
        night.asNobody(() -> {
            tasks.setAssignee(task.getId(), null);
            return null;
        });
        Side side = SIDES.get(task.getTaskDefinitionKey());
        Map<String, List<Side>> acted = acted(instance);
        return Stream.iterate(0, person -> person + 1)
                .limit(PEOPLE.size())
                .filter(person -> assignment.mayTake(person, side))
                .map(PEOPLE::get)
                .filter(person -> !acted.containsKey(person))
                .findFirst()
                .map(person -> {
                    night.claimAndComplete(person, task, Map.of("matter", "another"));
                    return true;
                })
                .orElse(false);
    }

    private void assertApart(String instance, String how) {
        acted(instance)
                .forEach((person, sides) ->
                        assertThat(sides).as("%s: %s", person, how).hasSize(1));
    }

    /** Who completed which side, as the engine's own history tells: by the operation, and by whom the task was assigned to. */
    private Map<String, List<Side>> acted(String instance) {
        return night.asNobody(() -> {
            Map<String, List<Side>> acted = new HashMap<>();
            history.createHistoricTaskInstanceQuery()
                    .processInstanceId(instance)
                    .taskDeleteReason("completed")
                    .list()
                    .forEach(task -> {
                        Side side = SIDES.get(task.getTaskDefinitionKey());
                        history.createUserOperationLogQuery()
                                .taskId(task.getId())
                                .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                                .list()
                                .forEach(complete -> assertThat(complete.getUserId())
                                        .as("who completed what was theirs")
                                        .isEqualTo(task.getAssignee()));
                        acted.computeIfAbsent(task.getAssignee(), none -> new ArrayList<>())
                                .add(side);
                    });
            return acted;
        });
    }
}
