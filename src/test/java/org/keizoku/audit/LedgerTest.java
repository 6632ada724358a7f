package org.keizoku.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.engine.Fact;
import org.keizoku.engine.Refused;
import org.keizoku.local.EmbeddedDatabase;
import org.keizoku.people.absence.AbsenceKind;
import org.keizoku.people.absence.DeclaredAbsences;
import org.keizoku.plan.PersonId;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KeizokuTest
class LedgerTest {

    private static final Instant T0 = Instant.parse("2026-01-04T17:14:00Z");
    private static final String NUMBER = "2026-001";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Entries entries;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService rights;

    @Autowired
    DeclaredAbsences absences;

    private long before;
    private String deployment;

    @BeforeEach
    void freeze() {
        ClockUtil.setCurrentTime(Date.from(T0));
        before = jdbc.sql("select coalesce(max(id), 0) from ledger_entry")
                .query(Long.class)
                .single();
    }

    @AfterEach
    void clean() {
        identity.clearAuthentication();
        rights.createAuthorizationQuery()
                .userIdIn("joho1", "joho2", "unyo")
                .list()
                .forEach(right -> rights.deleteAuthorization(right.getId()));
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
        ClockUtil.reset();
    }

    @Test
    void a_fact_is_kept_with_its_values_in_their_order() {
        var values = new LinkedHashMap<String, Object>();
        values.put("復旧拠点", "現庁舎");
        values.put("い", 1);
        transaction.executeWithoutResult(status ->
                events.publishEvent(new Fact("2026-009", T0, "ict-bucho", "代行者1", "decision", "現庁舎に決定", values)));

        var entry = entries.all(new Search("2026-009", "", "", List.of())).get(0);

        assertThat(entry.at()).isEqualTo(T0);
        assertThat(entry.recordedAt()).isEqualTo(T0);
        assertThat(entry.capacity()).isEqualTo("代行者1");
        assertThat(entry.values().keySet()).containsExactly("復旧拠点", "い");
    }

    @Test
    void values_that_the_owner_erased_are_shown_as_erased_and_the_rest_stays() throws Exception {
        events.publishEvent(new Fact("2026-008", T0, "ict-bucho", null, "decision", "現庁舎に決定", Map.of("理由", "余震")));
        long id = entries.all(new Search("2026-008", "", "", List.of())).get(0).id();
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("select ledger_erase(%d, 'kansa', '本人の求め')".formatted(id));
        }

        assertThat(entries.all(new Search("2026-008", "", "", List.of())))
                .satisfiesExactly(
                        erased -> {
                            assertThat(erased.told()).isEqualTo("現庁舎に決定");
                            assertThat(erased.values()).hasToString("{値=消去済み}");
                        },
                        erasure -> {
                            assertThat(erasure.kind()).isEqualTo("values-erased");
                            assertThat(erasure.values()).containsEntry("理由", "本人の求め");
                        });
        assertThatThrownBy(() -> jdbc.sql("select ledger_erase(?, 'kansa', '')")
                        .param(id)
                        .query(Long.class)
                        .single())
                .rootCause()
                .hasMessageContaining("permission denied for function ledger_erase");
    }

    @Test
    void what_is_rolled_back_is_not_on_the_record() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Fact(NUMBER, T0, "shukan", null, "decision", "取り消される判断", Map.of()));
            assertThat(told()).contains("取り消される判断");
            status.setRollbackOnly();
        });

        assertThat(told()).isEmpty();
    }

    @Test
    void a_completion_that_fails_leaves_no_entry() {
        deploy(process()
                .userTask("Task_Survey")
                .name("現地を調べる")
                .camundaAssignee("joho1")
                .serviceTask("Task_Broken")
                .camundaDelegateExpression("${broken}")
                .endEvent()
                .done());
        start();
        long asked = told().size();
        identity.setAuthenticatedUserId("joho1");

        assertThatThrownBy(() -> tasks.complete(task())).hasMessageContaining("broken on purpose");

        assertThat(told()).hasSize((int) asked).noneMatch(told -> told.contains("を完了"));
    }

    @Test
    void a_refused_attempt_is_told_though_nothing_of_it_is_left() {
        String task = surveyTakenByJoho1();
        identity.setAuthenticatedUserId("joho2");
        assertThatThrownBy(() -> transaction.executeWithoutResult(begun -> {
                    events.publishEvent(new Fact(NUMBER, T0, "joho2", null, "decision", "取り消される判断", Map.of()));
                    tasks.complete(task);
                }))
                .isInstanceOf(Refused.class);
        identity.setAuthenticatedUserId("koho");
        assertThatThrownBy(() -> tasks.claim(task, "koho")).isInstanceOf(AuthorizationException.class);

        assertThat(told())
                .endsWith("{joho2} によるタスク「現地を調べる」の操作を拒否", "{koho} によるタスク「現地を調べる」の操作を拒否")
                .doesNotContain("取り消される判断");
        assertThat(entries.all(new Search(NUMBER, "attempt-refused", "", List.of())))
                .filteredOn(entry -> entry.id() > before)
                .satisfiesExactly(
                        completion -> assertThat(completion.values())
                                .containsEntry("理由", "このタスクはほかの職員が担当しています。完了できるのは担当者だけです。")
                                .containsEntry("操作", "CompleteTaskCmd"),
                        claim -> assertThat(claim.values()).containsEntry("操作", "ClaimTaskCmd"));
    }

    @Test
    void what_a_service_refuses_is_told_once_however_often_it_was_passed_on() {
        identity.setAuthenticatedUserId("joho1");
        assertThatThrownBy(this::declareAnAbsenceThatIsOver).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(begun -> declareAnAbsenceThatIsOver()))
                .as("whoever began the transaction tells, and a template does not")
                .isInstanceOf(Refused.class);
        identity.clearAuthentication();
        assertThatThrownBy(this::declareAnAbsenceThatIsOver).isInstanceOf(Refused.class);

        assertThat(told()).containsExactly("{joho1} の操作を拒否");
        assertThat(entries.all(new Search(null, "attempt-refused", "", List.of())))
                .filteredOn(entry -> entry.id() > before)
                .singleElement()
                .extracting(Entry::values)
                .isEqualTo(Map.of("操作", "DeclaredAbsences.declare", "理由", "「まで」が過ぎています。これからの日時にしてください。"));
    }

    private void declareAnAbsenceThatIsOver() {
        var person = new PersonId("joho1");
        absences.declare(person, AbsenceKind.values()[0], T0.minusSeconds(2), T0.minusSeconds(1), person);
    }

    @Test
    void what_fails_otherwise_than_by_a_rule_or_a_missing_right_is_no_refusal() {
        assertThatThrownBy(() -> tasks.complete("no-task")).hasMessageContaining("no-task");
        identity.setAuthenticatedUserId("joho1");
        assertThatThrownBy(() -> tasks.complete("no-task")).hasMessageContaining("no-task");

        assertThat(told()).isEmpty();
    }

    @Test
    void the_life_of_a_task_is_told_with_the_persons_id() {
        String task = surveyTakenByJoho1();
        tasks.setAssignee(task, null);
        tasks.setAssignee(task, "joho2");
        identity.setAuthenticatedUserId("joho2");
        tasks.complete(task);

        assertThat(told())
                .containsExactly(
                        "手順「試しの手順」を開始",
                        "タスク「現地を調べる」が発生",
                        "{joho1} がタスク「現地を調べる」を担当",
                        "{joho1} がタスク「現地を調べる」の担当を降りた",
                        "{joho1} がタスク「現地を調べる」を {joho2} に割り当て",
                        "{joho2} がタスク「現地を調べる」を完了",
                        "手順「試しの手順」が終了");
    }

    @Test
    void a_boundary_timer_and_an_intermediate_one_are_told_when_they_fire_and_not_before() {
        deploy(process()
                .intermediateCatchEvent("Timer_Wait")
                .name("1時間待つ")
                .timerWithDuration("PT1H")
                .userTask("Task_Survey")
                .name("現地を調べる")
                .boundaryEvent("Event_SurveyOverdue")
                .name("調査期限超過")
                .timerWithDuration("PT2H")
                .endEvent()
                .moveToActivity("Task_Survey")
                .endEvent()
                .done());
        start();
        assertThat(told()).containsExactly("手順「試しの手順」を開始");

        fireNextTimer();
        fireNextTimer();

        assertThat(told())
                .containsExactly(
                        "手順「試しの手順」を開始",
                        "時刻になった「1時間待つ」",
                        "タスク「現地を調べる」が発生",
                        "タスク「現地を調べる」を取り下げ",
                        "時刻になった「調査期限超過」",
                        "手順「試しの手順」が終了");
        assertThat(activations()).containsOnly(NUMBER);
    }

    @Test
    void a_timer_that_nobody_waits_for_any_more_is_told_as_cancelled_and_one_that_fired_is_not() {
        deploy(process()
                .userTask("Task_Survey")
                .name("現地を調べる")
                .camundaAssignee("joho1")
                .boundaryEvent("Event_Reminder")
                .name("督促")
                .cancelActivity(false)
                .timerWithDuration("PT1H")
                .endEvent()
                .moveToActivity("Task_Survey")
                .boundaryEvent("Event_SurveyOverdue")
                .name("調査期限超過")
                .timerWithDuration("PT2H")
                .endEvent()
                .moveToActivity("Task_Survey")
                .endEvent()
                .done());
        start();
        var reminder =
                jobs.createJobQuery().timers().orderByJobDuedate().asc().list().get(0);
        ClockUtil.setCurrentTime(reminder.getDuedate());
        jobs.executeJob(reminder.getId());
        identity.setAuthenticatedUserId("joho1");
        tasks.complete(task());

        assertThat(entries.all(new Search(NUMBER, "timer-fired", "", List.of())))
                .filteredOn(entry -> entry.id() > before)
                .extracting(Entry::told)
                .containsExactly("時刻になった「督促」");
        assertThat(entries.all(new Search(NUMBER, "timer-cancelled", "", List.of())))
                .filteredOn(entry -> entry.id() > before)
                .extracting(Entry::told)
                .containsExactly("時刻を待つのをやめた「調査期限超過」");
    }

    @Test
    void an_incident_is_told_once_without_its_message_and_so_is_its_end() {
        deploy(process()
                .serviceTask("Task_Broken")
                .name("自動処理")
                .camundaAsyncBefore()
                .camundaFailedJobRetryTimeCycle("R1/PT1S")
                .camundaDelegateExpression("${broken}")
                .endEvent()
                .done());
        start();
        String job = jobs.createJobQuery().singleResult().getId();
        assertThatThrownBy(() -> jobs.executeJob(job)).hasMessageContaining("broken on purpose");
        jobs.setJobRetries(job, 1);

        assertThat(told()).containsExactly("手順「試しの手順」を開始", "「自動処理」の処理が止まった(運用担当の確認が必要)", "「自動処理」の処理の停止が解消");
        assertThat(jdbc.sql("select string_agg(facts::text, ' ') from ledger_facts where entry_id > ?")
                        .param(before)
                        .query(String.class)
                        .single())
                .doesNotContain("broken on purpose");
    }

    @Test
    void an_operators_deeds_are_told_with_what_they_changed() {
        deploy(process().userTask("Task_Survey").name("現地を調べる").endEvent().done());
        String instance = start();
        mayDoAll("unyo");
        identity.setAuthenticatedUserId("unyo");
        tasks.setPriority(task(), 90);
        runtime.suspendProcessInstanceById(instance);
        runtime.activateProcessInstanceById(instance);
        runtime.deleteProcessInstance(instance, "誤って開始");

        assertThat(told())
                .containsExactly(
                        "手順「試しの手順」を開始",
                        "タスク「現地を調べる」が発生",
                        "{unyo} が管理操作(タスク: 優先度を変更)",
                        "{unyo} が管理操作(手順: 一時停止)",
                        "{unyo} が管理操作(手順: 再開)",
                        "タスク「現地を調べる」を取り下げ",
                        "{unyo} が手順「試しの手順」を中止",
                        "{unyo} が管理操作(手順: 削除)");
        assertThat(activations()).containsOnly(NUMBER);
        assertThat(entries.all(new Search(NUMBER, "operated", "", List.of())))
                .filteredOn(entry -> entry.id() > before)
                .first()
                .satisfies(entry -> assertThat(entry.values())
                        .containsEntry("項目", "priority")
                        .containsEntry("変更後", "90"));
    }

    @Test
    void a_changed_variable_and_a_changed_retry_are_told_with_name_and_value() {
        deploy(process()
                .serviceTask("Task_Broken")
                .name("自動処理")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${broken}")
                .endEvent()
                .done());
        String instance = start();
        mayDoAll("unyo");
        identity.setAuthenticatedUserId("unyo");
        jobs.setJobRetries(jobs.createJobQuery().singleResult().getId(), 7);
        runtime.setVariables(instance, Map.of("base", "near-site", "usable", true, "due", Date.from(T0), "rows", 12));

        var deeds = entries.all(new Search(NUMBER, "operated", "", List.of())).stream()
                .filter(entry -> entry.id() > before)
                .toList();
        assertThat(deeds).extracting(Entry::told).containsExactly("{unyo} が管理操作(処理: 再試行回数を変更)", "{unyo} が管理操作(変数: 設定)");
        assertThat(deeds.get(0).values()).containsEntry("変更前", "6").containsEntry("変更後", "7");
        assertThat(deeds.get(1).values())
                .containsEntry("変数 base", "near-site")
                .containsEntry("変数 usable", true)
                .containsEntry("変数 due", "2026-01-04T17:14:00Z")
                .containsEntry("変数 rows", "12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set told = 'x'",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "drop trigger ledger_append_only on ledger_entry"
            })
    void the_applications_role_cannot_change_the_record(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("ERROR: (permission denied for table|must be owner of relation) ledger_entry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set told = 'x'",
                "delete from ledger_entry where false",
                "truncate ledger_entry"
            })
    void the_trigger_stops_the_owner_too(String sql) throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("the ledger is append-only");
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getProperty("KEIZOKU_DB_URL"),
                EmbeddedDatabase.OWNER,
                environment.getProperty("KEIZOKU_DB_OWNER_PASSWORD"));
    }

    private static StartEventBuilder process() {
        return Bpmn.createExecutableProcess("ledger-trial")
                .name("試しの手順")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("Event_Started");
    }

    private void deploy(BpmnModelInstance model) {
        deployment = repository
                .createDeployment()
                .addModelInstance("ledger-trial.bpmn", model)
                .deploy()
                .getId();
    }

    /** A task of the team; joho2 may do it as well. */
    private String surveyTakenByJoho1() {
        deploy(process()
                .userTask("Task_Survey")
                .name("現地を調べる")
                .camundaCandidateGroups("team")
                .endEvent()
                .done());
        start();
        String task = task();
        mayDoAll("joho1", "joho2");
        identity.setAuthenticatedUserId("joho1");
        tasks.claim(task, "joho1");
        return task;
    }

    private String start() {
        return runtime.startProcessInstanceByKey("ledger-trial", NUMBER).getId();
    }

    private String task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(NUMBER)
                .singleResult()
                .getId();
    }

    private void mayDoAll(String... people) {
        for (String person : people) {
            for (var resource : List.of(Resources.TASK, Resources.PROCESS_INSTANCE, Resources.PROCESS_DEFINITION)) {
                var right = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                right.setUserId(person);
                right.setResource(resource);
                right.setResourceId(Authorization.ANY);
                right.addPermission(Permissions.ALL);
                rights.saveAuthorization(right);
            }
        }
    }

    private void fireNextTimer() {
        var timer = jobs.createJobQuery().timers().singleResult();
        ClockUtil.setCurrentTime(timer.getDuedate());
        jobs.executeJob(timer.getId());
    }

    private List<String> told() {
        return jdbc.sql("select told from ledger_entry where id > ? order by id")
                .param(before)
                .query(String.class)
                .list();
    }

    private List<String> activations() {
        return jdbc.sql("select activation_number from ledger_entry where id > ?")
                .param(before)
                .query(String.class)
                .list();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Breaking {

        @Bean
        JavaDelegate broken() {
            return task -> {
                throw new IllegalStateException("broken on purpose");
            };
        }
    }
}
