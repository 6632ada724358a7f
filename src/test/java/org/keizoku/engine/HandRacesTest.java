package org.keizoku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.testing.AtOnce;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two sides, two claims, two completions at the same moment; {@code HandRacesBench} does each a thousand times. */
@KeizokuTest
class HandRacesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Night night;

    @Autowired
    TaskService tasks;

    @Autowired
    Hands hands;

    private SampleMatter matter;

    /** How often each race is run. */
    int races() {
        return 10;
    }

    @BeforeEach
    void a_matter_is_possible() {
        matter = new SampleMatter(context);
    }

    @AfterEach
    void the_sample_is_taken_away() {
        matter.close();
    }

    /** Two of one matter's tasks are open at once, as two procedures might have them: only one of them is ever the person's. */
    @Test
    void a_person_who_acts_on_two_sides_at_the_same_moment_gets_through_once() {
        AtOnce.races("one person on two sides", races(), race -> {
            String shared = matter.beginsTwice();
            Task ask = matter.openIn(shared, "Task_Ask");
            Task allow = matter.openIn(shared, "Task_AllowElsewhere");

            assertThat(race.through(
                            () -> night.claimAndComplete("joho1", ask, Map.of()),
                            () -> night.claimAndComplete("joho1", allow, Map.of())))
                    .isEqualTo(1);
            assertThat(hands.of(shared).hands()).containsOnlyKeys("joho1");
        });
    }

    @Test
    void of_two_who_claim_and_complete_at_the_same_moment_one_approves() {
        AtOnce.races("claim race", races(), race -> {
            String instance = matter.begins();
            matter.does("joho1", instance);
            Task approval = matter.open(instance);

            assertThat(race.through(
                            () -> night.claimAndComplete("joho2", approval, Map.of()),
                            () -> night.claimAndComplete("joho3", approval, Map.of())))
                    .isEqualTo(1);
            Set<String> approvers = new HashSet<>(hands.of(instance).hands().keySet());
            approvers.remove("joho1");
            assertThat(approvers).hasSize(1).isSubsetOf("joho2", "joho3");
            assertThat(matter.open(instance).getTaskDefinitionKey()).isEqualTo("Task_Do");
        });
    }

    @Test
    void an_approval_completed_twice_at_the_same_moment_counts_once() {
        AtOnce.races("double approval", races(), race -> {
            String instance = matter.begins();
            matter.does("joho1", instance);
            String approval = matter.open(instance).getId();
            night.as("joho2", () -> tasks.claim(approval, "joho2"));

            assertThat(race.through(
                            () -> night.as("joho2", () -> tasks.complete(approval)),
                            () -> night.as("joho2", () -> tasks.complete(approval))))
                    .isEqualTo(1);
            assertThat(matter.open(instance).getTaskDefinitionKey()).isEqualTo("Task_Do");
        });
    }
}
