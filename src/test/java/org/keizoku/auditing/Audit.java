package org.keizoku.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.plan.PersonId;
import org.keizoku.testing.Night;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who hold and undergo the sample city's audits: the chief of security, the head, the auditor and the sections. */
class Audit {

    static final String CHIEF = "fukushicho";
    static final String LEAD = "ict-bucho";
    static final String AUDITOR = "kansain";
    static final String SECTION = "koho";

    private final SecurityAudits audits;
    private final SecurityAuditRows rows;
    private final TaskService tasks;
    private final Night night;
    private final JdbcClient jdbc;

    Audit(ApplicationContext context) {
        this.audits = context.getBean(SecurityAudits.class);
        this.rows = context.getBean(SecurityAuditRows.class);
        this.tasks = context.getBean(TaskService.class);
        this.night = context.getBean(Night.class);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    long commissioned() {
        return night.as(CHIEF, () -> audits.commission(new PersonId(CHIEF), "年次の監査"));
    }

    /** Planned for the sections: January 2025, to be done by 2026-01-30 17:00. */
    long planned() {
        long number = commissioned();
        does(LEAD, number, AuditingModel.PLAN, plan(Map.of()));
        return number;
    }

    private long conducted() {
        long number = planned();
        does(AUDITOR, number, AuditingModel.CONDUCT, found());
        return number;
    }

    private long reported() {
        long number = conducted();
        does(LEAD, number, AuditingModel.REPORT, Map.of("auditReport", "指摘1件"));
        return number;
    }

    long evaluated(String choice) {
        long number = reported();
        does(
                CHIEF,
                number,
                AuditingModel.EVALUATE,
                Map.of("auditEvaluation", "入室記録を毎日確かめること", "improvementChoice", choice));
        return number;
    }

    /** To be improved by 2026-02-27 17:00. */
    long improving() {
        long number = evaluated("improve");
        does(
                LEAD,
                number,
                AuditingModel.PLAN_IMPROVEMENT,
                Map.of("improvementPlan", "広報担当が毎日確かめる", "improveUntil", "2026-02-27T17:00+09:00"));
        return number;
    }

    /** As {@link #improving()}, improved by the section and not yet checked. */
    long improved() {
        long number = improving();
        does(SECTION, number, ImprovementModel.IMPROVE, Map.of("improvementDone", "毎日の確認を始めた"));
        return number;
    }

    void checks(long number, String outcome) {
        does(AUDITOR, number, ImprovementModel.CONFIRM, check(outcome));
    }

    static Map<String, Object> check(String outcome) {
        return Map.of("improvementCheck", outcome, "improvementCheckNote", "日誌を見た");
    }

    /** An audit in which this step waits. */
    long waitingAt(String step) {
        return switch (step) {
            case AuditingModel.PLAN -> commissioned();
            case AuditingModel.CONDUCT -> planned();
            case AuditingModel.REPORT -> conducted();
            case AuditingModel.EVALUATE -> reported();
            case AuditingModel.PLAN_IMPROVEMENT -> evaluated("improve");
            case ImprovementModel.IMPROVE -> improving();
            case ImprovementModel.CONFIRM -> improved();
            default -> throw new IllegalArgumentException(step);
        };
    }

    static Map<String, Object> plan(Map<String, Object> changed) {
        Map<String, Object> plan = new HashMap<>(Map.of(
                "auditedRole", "section-security-officers",
                "auditedFrom", "2025-01-01T00:00+09:00",
                "auditedUntil", "2025-02-01T00:00+09:00",
                "auditItems", "入退室の記録",
                "auditConductUntil", "2026-01-30T17:00+09:00"));
        plan.putAll(changed);
        return plan;
    }

    static Map<String, Object> found() {
        return Map.of("auditResult", "入室記録12件を見た", "auditOutcome", "found", "auditFindings", "1件に承認がない");
    }

    void does(String person, long number, String step, Map<String, Object> form) {
        night.claimAndComplete(person, task(number, step), form);
        night.runDueJobs();
    }

    void claims(String person, long number, String step) {
        String task = task(number, step).getId();
        night.as(person, () -> tasks.claim(task, person));
    }

    Task task(long number, String step) {
        assertThat(tasks(number, step)).as(step).hasSize(1);
        return tasks(number, step).get(0);
    }

    List<Task> tasks(long number, String step) {
        return night.asNobody(() -> tasks.createTaskQuery()
                .processVariableValueEquals(AuditingModel.NUMBER.name(), number)
                .taskDefinitionKey(step)
                .list());
    }

    boolean isOver(long number) {
        return night.asNobody(() -> tasks.createTaskQuery()
                        .processVariableValueEquals(AuditingModel.NUMBER.name(), number)
                        .count())
                == 0;
    }

    SecurityAudit now(long number) {
        return rows.find(number).orElseThrow();
    }

    /** The kinds of the ledger's entries about the audit, in order. */
    List<String> kinds(long number) {
        return jdbc.sql(
                        "select kind from ledger_entry join ledger_facts on entry_id = id where facts->>'監査' = ? order by id")
                .param(Long.toString(number))
                .query(String.class)
                .list();
    }
}
