package org.keizoku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.engine.SampleMatter.SECTION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
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
    FormService forms;

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
        ways("joho1").forEach((name, way) -> {
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

    /** Something that might bring the person to act on the task. */
    private interface Way {
        void tryOn(Task task);
    }

    private Map<String, Way> ways(String person) {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("claim", task -> night.as(person, () -> tasks.claim(task.getId(), person)));
        ways.put("complete", task -> night.as(person, () -> tasks.complete(task.getId())));
        ways.put("submit the form", task -> night.as(person, () -> forms.submitTaskForm(task.getId(), Map.of())));
        ways.put("resolve", task -> night.as(person, () -> tasks.resolveTask(task.getId())));
        ways.put("assign oneself", task -> night.as(person, () -> tasks.setAssignee(task.getId(), person)));
        ways.put(
                "be assigned by the leader", task -> night.as("shukan", () -> tasks.setAssignee(task.getId(), person)));
        ways.put("be assigned by a job", task -> byNobody(() -> tasks.setAssignee(task.getId(), person)));
        ways.put(
                "be delegated to by the leader",
                task -> night.as("shukan", () -> {
                    tasks.claim(task.getId(), "shukan");
                    tasks.delegateTask(task.getId(), person);
                }));
        ways.put("be delegated to by a job", task -> byNobody(() -> tasks.delegateTask(task.getId(), person)));
        ways.put("own it, and complete", task -> {
            byNobody(() -> tasks.setOwner(task.getId(), person));
            night.as(person, () -> tasks.complete(task.getId()));
        });
        ways.put("be a candidate in person, and claim", task -> {
            byNobody(() -> tasks.addCandidateUser(task.getId(), person));
            night.as(person, () -> tasks.claim(task.getId(), person));
        });
        ways.put(
                "be the assignee by an identity link",
                task -> byNobody(() -> tasks.addUserIdentityLink(task.getId(), person, IdentityLinkType.ASSIGNEE)));
        ways.put(
                "save the task with oneself in it",
                task -> byNobody(() -> {
                    task.setAssignee(person);
                    tasks.saveTask(task);
                }));
        ways.put("make it another matter's, and claim", task -> {
            byNobody(() -> tasks.setVariable(task.getId(), Hands.MATTER, "another"));
            byNobody(() -> tasks.setVariableLocal(task.getId(), Hands.MATTER, "another"));
            byNobody(() -> runtime.setVariable(task.getProcessInstanceId(), Hands.MATTER, "another"));
            night.as(person, () -> tasks.claim(task.getId(), person));
        });
        ways.put(
                "set a variable of it",
                task -> night.as(person, () -> tasks.setVariable(task.getId(), Hands.MATTER, "another")));
        ways.put(
                "set a variable of the procedure",
                task -> night.as(
                        person, () -> runtime.setVariable(task.getProcessInstanceId(), Hands.MATTER, "another")));
        ways.put(
                "send a message",
                task -> night.as(person, () -> runtime.createMessageCorrelation("allowed")
                        .processInstanceId(task.getProcessInstanceId())
                        .correlateWithResult()));
        ways.put("throw an error", task -> night.as(person, () -> tasks.handleBpmnError(task.getId(), "allowed")));
        ways.put("escalate", task -> night.as(person, () -> tasks.handleEscalation(task.getId(), "allowed")));
        ways.put("signal", task -> night.as(person, () -> runtime.signal(task.getExecutionId())));
        ways.put(
                "move the token",
                task -> night.as(person, () -> runtime.createProcessInstanceModification(task.getProcessInstanceId())
                        .startAfterActivity("Task_Allow")
                        .execute()));
        return ways;
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
