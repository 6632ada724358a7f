package org.keizoku.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.auditing.Audit.AUDITOR;
import static org.keizoku.auditing.Audit.CHIEF;
import static org.keizoku.auditing.Audit.LEAD;
import static org.keizoku.auditing.Audit.SECTION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.auditing.SecurityAudit.State;
import org.keizoku.auditing.SecurityAudit.What;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PersonId;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MNT 9(1): an audit planned, held, reported, evaluated and improved, by different people. The night is that of 2026-01-16, 02:14. */
@KeizokuTest
class SecurityAuditTest {

    @Autowired
    SecurityAudits audits;

    @Autowired
    Independence independence;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    private Audit audit;

    @BeforeEach
    void people() {
        audit = new Audit(context);
    }

    @Test
    void an_audit_goes_from_its_plan_to_the_improvement_that_was_checked_and_each_step_is_on_record() {
        long number = audit.improving();
        assertThat(audit.now(number).state()).isEqualTo(State.IMPROVING);
        audit.does(SECTION, number, ImprovementModel.IMPROVE, Map.of("improvementDone", "日誌の様式を改めた"));
        assertThat(audit.now(number).state()).isEqualTo(State.IMPROVED);
        audit.checks(number, "insufficient");
        assertThat(audit.now(number).state()).isEqualTo(State.IMPROVING);
        audit.does(SECTION, number, ImprovementModel.IMPROVE, Map.of("improvementDone", "毎日の確認を始めた"));
        audit.checks(number, "sufficient");

        assertThat(audit.now(number).state()).isEqualTo(State.CLOSED);
        assertThat(audit.isOver(number)).isTrue();
        assertThat(audit.now(number).steps())
                .extracting(SecurityAudit.Step::what)
                .containsExactly(
                        What.COMMISSION,
                        What.ITEMS,
                        What.RESULT,
                        What.FINDINGS,
                        What.REPORT,
                        What.EVALUATION,
                        What.IMPROVEMENT_PLAN,
                        What.IMPROVEMENT,
                        What.INSUFFICIENT,
                        What.IMPROVEMENT,
                        What.SUFFICIENT);
        assertThat(audit.kinds(number))
                .containsExactly(
                        "audit-commissioned",
                        "audit-planned",
                        "audit-conducted",
                        "audit-reported",
                        "audit-evaluated",
                        "improvement-planned",
                        "improvement-done",
                        "improvement-checked",
                        "improvement-done",
                        "improvement-checked");
        assertThat(city.sms(AUDITOR, "監査%d: 「監査を実施する」".formatted(number))).contains("/t/");
        assertThat(city.sms(CHIEF, "監査%d: 「監査の報告を評価し".formatted(number))).contains("/t/");
        assertThat(city.sms(SECTION, "監査%d: 「指摘された点を改善する」".formatted(number))).contains("/t/");
    }

    @Test
    void without_an_improvement_asked_for_it_ends_with_the_evaluation() {
        long number = audit.evaluated("none");

        assertThat(audit.now(number).state()).isEqualTo(State.CLOSED);
        assertThat(audit.isOver(number)).isTrue();
    }

    @Test
    void only_whom_the_plan_names_has_an_audit_held_and_says_why() {
        for (String other : List.of(LEAD, AUDITOR, SECTION, "kansa", "shukan", "unyo")) {
            refused(() -> audits.commission(new PersonId(other), "年次の監査"));
        }
        refused(() -> audits.commission(new PersonId(CHIEF), " "));
        // The chief's deputy may.
        assertThat(night.as("somu", () -> audits.commission(new PersonId("somu"), "臨時の監査")))
                .isPositive();
    }

    @Test
    void nobody_audits_what_they_are_audited_for_whichever_part_they_had() {
        long number = audit.planned();
        // The chief, the lead and the audited section are no auditors; whoever only reads takes no task.
        for (String other : List.of(CHIEF, LEAD, SECTION, "kansa", "joho1")) {
            assertThatThrownBy(() -> audit.claims(other, number, AuditingModel.CONDUCT))
                    .as(other)
                    .isInstanceOfAny(Refused.class, AuthorizationException.class);
        }
        audit.does(AUDITOR, number, AuditingModel.CONDUCT, Audit.found());
        handedTo(AUDITOR, number, AuditingModel.REPORT);
        audit.does(LEAD, number, AuditingModel.REPORT, Map.of("auditReport", "指摘1件"));
        handedTo(LEAD, number, AuditingModel.EVALUATE);
    }

    @Test
    void who_did_a_task_in_the_audited_period_does_not_audit_it() {
        long earlier = audit.planned();
        audit.does(AUDITOR, earlier, AuditingModel.CONDUCT, Audit.found());
        Map<String, Object> now =
                Audit.plan(Map.of("auditedFrom", "2026-01-16T00:00+09:00", "auditedUntil", "2026-01-17T00:00+09:00"));

        // An audit of their own is no work that would be audited.
        long number = audit.commissioned();
        audit.does(LEAD, number, AuditingModel.PLAN, now);
        assertThat(audit.now(number).state()).isEqualTo(State.PLANNED);

        String task = hasDoneATask(AUDITOR);
        refused(() -> audit.claims(AUDITOR, number, AuditingModel.CONDUCT));
        long next = audit.commissioned();
        assertThatThrownBy(() -> audit.does(LEAD, next, AuditingModel.PLAN, now))
                .hasMessageContaining("監査できる監査員がいません");
        history.deleteHistoricTaskInstance(task);
        assertThat(independence.refusal(new PersonId(AUDITOR), audit.now(number)))
                .isEmpty();
        assertThat(independence
                        .refusal(new PersonId(SECTION), audit.now(number))
                        .orElseThrow())
                .contains("監査を受ける部門");
    }

    @Test
    void an_audit_plan_must_make_sense() {
        long number = audit.commissioned();
        wrong(number, "auditedRole", "cio", "選べない値");
        wrong(number, "auditedUntil", "2024-12-31T00:00+09:00", "終わりは、始めより後");
        wrong(number, "auditConductUntil", "2026-01-16T02:14+09:00", "これからの日時");
        wrong(number, "auditedFrom", "去年", "日時として読めません");
    }

    @Test
    void findings_and_their_words_belong_together() {
        long number = audit.planned();
        assertThatThrownBy(() -> audit.does(
                        AUDITOR, number, AuditingModel.CONDUCT, Map.of("auditResult", "見た", "auditOutcome", "found")))
                .hasMessageContaining("指摘事項の内容");
        assertThatThrownBy(() -> audit.does(
                        AUDITOR,
                        number,
                        AuditingModel.CONDUCT,
                        Map.of("auditResult", "見た", "auditOutcome", "none", "auditFindings", "ある")))
                .hasMessageContaining("指摘事項がある");
        assertThat(audit.now(number).state()).isEqualTo(State.PLANNED);
    }

    @Test
    void the_application_cannot_change_what_an_auditor_found() {
        long number = audit.planned();
        audit.does(AUDITOR, number, AuditingModel.CONDUCT, Audit.found());

        assertThatThrownBy(() -> jdbc.sql("update security_audit_step set words = 'なし' where audit = ?")
                        .param(number)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from security_audit_step where audit = ?")
                        .param(number)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    /** By no hand is it given to them, whatever that hand may do. */
    private void handedTo(String person, long number, String step) {
        String task = audit.task(number, step).getId();
        refused(() -> night.asNobody(() -> {
            tasks.setAssignee(task, person);
            return task;
        }));
    }

    /** Of no procedure; its id. */
    private String hasDoneATask(String person) {
        return night.asNobody(() -> {
            var task = tasks.newTask();
            task.setAssignee(person);
            tasks.saveTask(task);
            tasks.complete(task.getId());
            return task.getId();
        });
    }

    private void wrong(long number, String field, String value, String because) {
        Map<String, Object> form = new HashMap<>(Audit.plan(Map.of(field, value)));
        var task = audit.task(number, AuditingModel.PLAN);
        assertThatThrownBy(() -> night.claimAndComplete(LEAD, task, form)).hasMessageContaining(because);
    }

    private static void refused(ThrowingCallable way) {
        assertThatThrownBy(way).isInstanceOf(Refused.class);
    }
}
