package org.keizoku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.TaskHappened.What;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

@KeizokuTest
class TaskWatchTest {

    private static final String ACTIVATION = "2026-901";
    private static final String STEP = "Task_LookAround";
    private static final Map<String, Object> FINE = Map.of("finding", "fine", "place", "サーバ室");

    @Autowired
    Night night;

    @Autowired
    Heard heard;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    private Deployment sample;

    @BeforeEach
    void a_round_is_asked_of_the_watchers() {
        join("watch-hana", "watchers");
        join("watch-ken", "watchers");
        join("passer-by", "others");
        sample = repository
                .createDeployment()
                .addInputStream(
                        "processes/watch-sample.bpmn", getClass().getResourceAsStream("/samples/watch-sample.bpmn"))
                .addInputStream("forms/watch-sample.form", getClass().getResourceAsStream("/samples/watch-sample.form"))
                .deploy();
        runtime.startProcessInstanceByKey(
                "watch-sample",
                ACTIVATION,
                Map.of("watchers", "watchers", "lookBy", Date.from(night.now().plus(Duration.ofHours(3)))));
    }

    @AfterEach
    void the_sample_is_taken_away() {
        repository.deleteDeployment(sample.getId(), true);
        for (String person : List.of("watch-hana", "watch-ken", "passer-by")) {
            identity.deleteUser(person);
        }
        identity.deleteGroup("watchers");
        identity.deleteGroup("others");
    }

    @Test
    void an_opened_claimed_and_done_task_is_told_in_order_with_labels_and_values() {
        night.claimAndComplete("watch-hana", ACTIVATION, STEP, FINE);

        assertThat(heard.all(TaskHappened.class))
                .extracting(TaskHappened::what, TaskHappened::assignee)
                .containsExactly(
                        tuple(What.OPENED, null), tuple(What.CLAIMED, "watch-hana"), tuple(What.DONE, "watch-hana"));
        TaskHappened done = heard.all(TaskHappened.class).get(2);
        assertThat(done.values().toString()).isEqualTo("{結果=異常なし, 場所=サーバ室}");
        assertThat(done)
                .extracting(TaskHappened::activation, TaskHappened::process, TaskHappened::step, TaskHappened::name)
                .containsExactly(ACTIVATION, "watch-sample", STEP, "見回る");
    }

    @Test
    void a_task_given_to_another_is_handed_over_and_one_put_back_is_given_back() {
        String task = night.task(ACTIVATION, STEP).getId();
        night.as("watch-hana", () -> tasks.claim(task, "watch-hana"));
        tasks.setAssignee(task, "watch-ken");
        tasks.setAssignee(task, null);

        assertThat(heard.all(TaskHappened.class))
                .extracting(TaskHappened::what, TaskHappened::formerAssignee, TaskHappened::assignee)
                .containsExactly(
                        tuple(What.OPENED, null, null),
                        tuple(What.CLAIMED, null, "watch-hana"),
                        tuple(What.HANDED_OVER, "watch-hana", "watch-ken"),
                        tuple(What.GIVEN_BACK, "watch-ken", null));
    }

    @Test
    void only_the_assignee_completes_even_where_others_are_candidates() {
        String task = claimedByHana();

        refused(() -> night.as("watch-ken", () -> tasks.complete(task, FINE)), "ほかの職員が担当しています");
        assertThat(night.task(ACTIVATION, STEP).getAssignee()).isEqualTo("watch-hana");
    }

    @Test
    void a_candidate_who_has_not_claimed_is_told_to_claim_first() {
        String task = night.task(ACTIVATION, STEP).getId();

        refused(() -> night.as("watch-ken", () -> tasks.complete(task, FINE)), "先にこのタスクを引き受けてください");
    }

    @Test
    void somebody_who_is_no_candidate_can_neither_claim_nor_complete() {
        String task = night.task(ACTIVATION, STEP).getId();

        assertThatThrownBy(() -> night.as("passer-by", () -> tasks.claim(task, "passer-by")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> night.as("passer-by", () -> tasks.complete(task, FINE)))
                .isInstanceOf(AuthorizationException.class);
        assertThat(night.task(ACTIVATION, STEP).getAssignee()).isNull();
    }

    @Test
    void nobody_signed_in_cannot_complete() {
        String task = claimedByHana();

        refused(() -> tasks.complete(task, FINE), "ログインした担当者だけ");
        assertThat(heard.stream(TaskHappened.class).map(TaskHappened::what)).doesNotContain(What.DONE);
    }

    @Test
    void a_missing_required_field_is_named_by_its_label() {
        String task = claimedByHana();

        refused(() -> complete(task, Map.of("finding", "fine")), "「場所」を入力してください。");
        refused(() -> complete(task, Map.of("finding", "fine", "place", " ")), "「場所」を入力してください。");
    }

    @Test
    void a_value_outside_of_the_choices_is_refused() {
        String task = claimedByHana();

        refused(() -> complete(task, Map.of("finding", "whatever", "place", "廊下")), "「結果」に選べない値があります: whatever");
    }

    @Test
    void a_refused_completion_leaves_no_trace_of_its_values() {
        String task = claimedByHana();

        refused(() -> complete(task, Map.of("finding", "damaged")), "「場所」");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(night.task(ACTIVATION, STEP).getProcessInstanceId())
                        .variableName("finding")
                        .list())
                .isEmpty();
    }

    @Test
    void an_instance_deleted_under_a_task_withdraws_it() {
        runtime.deleteProcessInstance(night.task(ACTIVATION, STEP).getProcessInstanceId(), "called off");

        assertThat(heard.stream(TaskHappened.class).map(TaskHappened::what))
                .containsExactly(What.OPENED, What.WITHDRAWN);
    }

    @Test
    void one_minute_before_the_deadline_nothing_fires_and_on_the_minute_it_does() {
        night.passes(Duration.ofMinutes(179));
        assertThat(overdue()).isZero();

        night.passes(Duration.ofMinutes(1));
        assertThat(overdue()).isOne();
    }

    @Test
    void a_timer_on_the_way_fires_at_its_own_minute() {
        night.passes(Duration.ofHours(10));

        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("Event_OverdueKnown")
                        .singleResult()
                        .getStartTime()
                        .toInstant())
                .isEqualTo(Night.FALLS.plus(Duration.ofHours(3)));
        assertThat(night.now()).isEqualTo(Night.FALLS.plus(Duration.ofHours(10)));
    }

    private long overdue() {
        return history.createHistoricActivityInstanceQuery()
                .activityId("Event_OverdueKnown")
                .count();
    }

    private String claimedByHana() {
        String task = night.task(ACTIVATION, STEP).getId();
        night.as("watch-hana", () -> tasks.claim(task, "watch-hana"));
        return task;
    }

    private void complete(String task, Map<String, Object> values) {
        night.as("watch-hana", () -> tasks.complete(task, values));
    }

    private static void refused(ThrowingCallable request, String message) {
        assertThatThrownBy(request).isInstanceOf(Refused.class).hasMessageContaining(message);
    }

    private void join(String person, String group) {
        identity.saveUser(identity.newUser(person));
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        identity.createMembership(person, group);
    }
}
