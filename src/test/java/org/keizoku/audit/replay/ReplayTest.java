package org.keizoku.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.approval.DecisionModel;
import org.keizoku.plan.Plans;
import org.keizoku.recovery.ContinuityModel;
import org.keizoku.recovery.SystemRecoveryModel;
import org.keizoku.scenario.City;
import org.keizoku.scenario.SurveyedNight;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

/** A night that the engine really ran, replayed and held against what the engine had at the time. */
@KeizokuTest
class ReplayTest {

    private static final long SEED = 20260116;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    Replays replays;

    @Autowired
    Plans plans;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private final Random random = new Random(SEED);
    private final List<Sample> samples = new ArrayList<>();
    private final Set<String> processes = new TreeSet<>();

    /** What the engine had at a moment: its tokens, who held which task, and each run's variables by their ids. */
    record Sample(
            Instant at, Set<String> tokens, Map<String, String> holders, Map<String, Map<String, Object>> variables) {}

    @Test
    void at_random_moments_of_a_night_the_replay_equals_what_the_engine_had() {
        String number = city.earthquake("6-lower", "2026-01-16T01:37:00+09:00");
        sampled(number);
        sampled(number);
        night.as("ict-bucho", () -> {
            Task decision = night.task(number, DecisionModel.DECIDE);
            tasks.claim(decision.getId(), "ict-bucho");
            tasks.setAssignee(decision.getId(), null);
        });
        sampled(number);
        new SurveyedNight(night, city, number).upTo("start");
        sampled(number);
        night.claimAndComplete(
                "joho1",
                number,
                ContinuityModel.SURVEY_SYSTEMS,
                Map.of("affectedSystems", city.json(List.of("resident-register", "mail"))));
        night.claimAndComplete("shukan", number, ContinuityModel.PROPOSE_POLICY, Map.of("recoveryPolicy", "順に復旧"));
        sampled(number);
        city.decides("ict-bucho", number, "approve", "");
        for (int n = 0; n < 4; n++) {
            sampled(number);
        }
        Task firstAid = night.tasks(number, SystemRecoveryModel.FIRST_AID).get(0);
        night.as("joho2", () -> tasks.claim(firstAid.getId(), "joho2"));
        sampled(number);
        night.as("joho2", () -> tasks.complete(firstAid.getId(), Map.of("damageFound", "停止", "substituteUsed", "yes")));
        sampled(number);

        Replay replay = replays.of(new ActivationNumber(number));

        assertThat(samples).hasSize(11);
        assertThat(processes)
                .as("processes that had a token at one of the moments")
                .contains(
                        "activation",
                        "response",
                        "initial-response",
                        "safety-and-assembly",
                        "decide-with-deputies",
                        "ict-continuity",
                        "system-recovery");
        for (Sample sample : samples) {
            Scene scene = Scene.at(sample.at(), replay.changes());
            assertThat(tokens(scene)).as("tokens at %s", sample.at()).isEqualTo(sample.tokens());
            assertThat(holders(scene)).as("holders at %s", sample.at()).isEqualTo(sample.holders());
            sample.variables().forEach((run, variables) -> sameVariables(scene, run, variables));
        }
    }

    /** Notes what the engine has, then lets some time pass, so that nothing more happens at that moment. */
    private void sampled(String number) {
        night.passes(Duration.ZERO);
        samples.add(night.asNobody(() -> sample(number)));
        night.passes(Duration.ofSeconds(1 + random.nextInt(3600)));
    }

    private Sample sample(String number) {
        Set<String> tokens = new TreeSet<>();
        Map<String, Map<String, Object>> variables = new TreeMap<>();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .forEach(run -> {
                    below(runtime.getActivityInstance(run.getId()))
                            .map(ActivityInstance::getId)
                            .forEach(tokens::add);
                    processes.add(run.getProcessDefinitionId().split(":")[0]);
                    Map<String, Object> values = new TreeMap<>();
                    runtime
                            .createVariableInstanceQuery()
                            .processInstanceIdIn(run.getId())
                            .disableCustomObjectDeserialization()
                            .list()
                            .stream()
                            .filter(variable -> variable.getTaskId() == null)
                            .filter(variable -> !variable.getName().matches("nrOf\\w*Instances|loopCounter"))
                            .forEach(variable -> values.put(variable.getId(), value(variable.getTypedValue())));
                    variables.put(run.getId(), values);
                });
        Map<String, String> holders = new TreeMap<>();
        tasks.createTaskQuery().processInstanceBusinessKey(number).taskAssigned().list().stream()
                .forEach(task -> holders.put(task.getId(), task.getAssignee()));
        return new Sample(night.now(), tokens, holders, variables);
    }

    private static Object value(TypedValue value) {
        Object plain =
                value instanceof SerializableValue serialized ? serialized.getValueSerialized() : value.getValue();
        return plain == null ? "" : plain;
    }

    private static Stream<ActivityInstance> below(ActivityInstance instance) {
        return Stream.of(instance.getChildActivityInstances())
                .flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    private static Set<String> tokens(Scene scene) {
        return scene.tokens().stream().map(Token::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> holders(Scene scene) {
        Map<String, String> holders = new TreeMap<>();
        scene.tokens().forEach(token -> scene.holder(token).ifPresent(person -> holders.put(token.task(), person)));
        return holders;
    }

    /** What may be shown is as the engine had it, and of the rest the length is right. */
    private void sameVariables(Scene scene, String run, Map<String, Object> had) {
        var discretion = new Discretion(plans.inForce());
        Map<String, String> shown = new TreeMap<>();
        scene.variablesOf(run).forEach((variable, value) -> shown.put(variable.id(), value.shown()));
        assertThat(shown.keySet())
                .as("variables of %s at %s", run, scene.moment())
                .isEqualTo(had.keySet());
        had.forEach((id, value) -> assertThat(shown.get(id))
                .as("%s at %s", id, scene.moment())
                .isIn(discretion.shown(value, false), discretion.shown(value, true)));
    }
}
