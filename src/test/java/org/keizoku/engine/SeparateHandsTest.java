package org.keizoku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.engine.SampleMatter.SECTION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four sides of a matter, five people who may all do everything, and every way into a task that the Java API has. */
@KeizokuTest
class SeparateHandsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Night night;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identity;

    @Autowired
    Hands hands;

    @Autowired
    JdbcClient jdbc;

    private SampleMatter matter;

    @BeforeEach
    void a_matter_is_possible() {
        matter = new SampleMatter(context);
    }

    @AfterEach
    void the_sample_is_taken_away() {
        matter.close();
    }

    /** All 27 orders in which three of the five can be sent through three tasks; of three who all acted nobody is left for the fourth. */
    @Test
    void whoever_had_one_side_is_refused_the_others_in_every_order() {
        List<String> three = SECTION.subList(0, 3);
        for (int order = 0; order < 27; order++) {
            String instance = matter.begins();
            List<String> acted = new ArrayList<>();
            for (int task = 0, rest = order; task < 3; task++, rest /= 3) {
                String person = three.get(rest % 3);
                if (acted.contains(person)) {
                    break;
                }
                matter.does(person, instance);
                acted.add(person);
            }
            for (String person : acted) {
                assertThatThrownBy(() -> matter.does(person, instance))
                        .as("%s after %s", person, acted)
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("どの役割でも");
            }
            assertThat(hands.of(instance).hands()).containsOnlyKeys(acted);
        }
    }

    @Test
    void a_section_of_five_brings_a_matter_to_its_end() {
        String instance = matter.begins();
        SECTION.subList(1, 5).forEach(person -> matter.does(person, instance));

        assertThat(matter.open(instance)).isNull();
        assertThat(hands.of(instance).hands())
                .isEqualTo(Map.of(
                        "joho1",
                        Side.REQUESTER,
                        "joho2",
                        Side.APPROVER,
                        "joho3",
                        Side.EXECUTOR,
                        "joho4",
                        Side.VERIFIER));
    }

    @Test
    void no_way_of_the_java_api_brings_the_requester_to_the_approval() {
        new JavaWays(context).of("joho1").forEach((name, way) -> {
            String instance = matter.begins();
            matter.does("joho1", instance);
            Task approval = matter.open(instance);

            try {
                way.tryOn(approval);
            } catch (ProcessEngineException refused) {
                assertThat(refused.getMessage()).as(name).isNotBlank();
            }

            Task after = matter.open(instance);
            assertThat(after.getId()).as(name).isEqualTo(approval.getId());
            assertThat(after.getAssignee()).as(name).isNotEqualTo("joho1");
            assertThat(hands.of(instance).hands()).as(name).isEqualTo(Map.of("joho1", Side.REQUESTER));
            byNobody(() -> tasks.setAssignee(approval.getId(), null));
            matter.does("joho2", instance);
        });
    }

    /** A form filled over REST or by another program may bring any variable along. */
    @Test
    void a_variable_handed_along_makes_no_task_another_matters() {
        String instance = matter.begins();
        night.claimAndComplete("joho1", matter.open(instance), Map.of(Hands.MATTER, "another"));
        byNobody(() -> runtime.setVariable(instance, Hands.MATTER, "another"));

        assertThatThrownBy(() -> matter.does("joho1", instance)).isInstanceOf(Refused.class);
        matter.does("joho2", instance);
        assertThat(hands.of(instance).hands()).containsOnlyKeys("joho1", "joho2");
        assertThat(hands.of("another").hands()).isEmpty();
    }

    @Test
    void what_a_process_calls_carries_on_its_matter_and_no_other() {
        String shared = matter.beginsTwice();
        Task approval = matter.openIn(shared, "Task_AllowElsewhere");
        night.claimAndComplete("joho1", matter.openIn(shared, "Task_Ask"), Map.of(Hands.MATTER, "another"));

        assertThatThrownBy(() -> night.claimAndComplete("joho1", approval, Map.of()))
                .isInstanceOf(Refused.class);
        assertThat(hands.of(shared).hands()).isEqualTo(Map.of("joho1", Side.REQUESTER));
    }

    @Test
    void who_lost_the_role_after_taking_the_task_does_not_complete_it() {
        Task ask = matter.open(matter.begins());
        night.as("joho1", () -> tasks.claim(ask.getId(), "joho1"));
        byNobody(() -> identity.deleteMembership("joho1", "team"));
        try {
            assertThatThrownBy(() -> night.as("joho1", () -> tasks.complete(ask.getId())))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("担当になれません");
        } finally {
            byNobody(() -> identity.createMembership("joho1", "team"));
        }
        night.as("joho1", () -> tasks.complete(ask.getId()));
    }

    @Test
    void nothing_is_delegated_to_anybody_nor_resolved_in_their_place() {
        String approval = matter.open(matter.begins()).getId();
        night.as("shukan", () -> tasks.claim(approval, "shukan"));

        assertThatThrownBy(() -> night.as("shukan", () -> tasks.delegateTask(approval, "joho3")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("委任");
        assertThatThrownBy(() -> night.as("shukan", () -> tasks.resolveTask(approval)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("委任");
    }

    private void byNobody(Runnable work) {
        night.asNobody(() -> {
            work.run();
            return null;
        });
    }

    @Test
    void what_was_done_stays_and_the_application_cannot_take_it_back() {
        String instance = matter.begins();
        matter.does("joho1", instance);

        for (String change : List.of(
                "update matter_hand set side = 'VERIFIER'", "delete from matter_hand", "delete from matter_task")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasRootCauseMessage("ERROR: permission denied for table "
                            + change.split(" ")[change.startsWith("update") ? 1 : 2]);
        }
    }
}
