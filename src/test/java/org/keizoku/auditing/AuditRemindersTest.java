package org.keizoku.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keizoku.auditing.Audit.AUDITOR;
import static org.keizoku.auditing.Audit.CHIEF;
import static org.keizoku.auditing.Audit.LEAD;
import static org.keizoku.auditing.Audit.SECTION;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.auditing.SecurityAudit.State;
import org.keizoku.scenario.City;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Three days before each deadline of an audit whoever must act is reminded; from it on, each week, it is told as late until it is done. */
@KeizokuTest
class AuditRemindersTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BEFORE = Duration.ofDays(3);
    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    SecurityAuditRows rows;

    @Autowired
    AuditWatch watch;

    @Autowired
    ManagementService jobs;

    @Autowired
    Night night;

    @Autowired
    City city;

    @Autowired
    ApplicationContext context;

    private Audit audit;

    @BeforeEach
    void people() {
        audit = new Audit(context);
    }

    @ParameterizedTest
    @CsvSource({
        "Task_PlanAudit, " + LEAD,
        "Task_ConductAudit, " + AUDITOR,
        "Task_ReportAudit, " + LEAD,
        "Task_EvaluateAudit, " + CHIEF,
        "Task_PlanImprovement, " + LEAD,
        "Task_Improve, " + SECTION,
        "Task_ConfirmImprovement, " + AUDITOR
    })
    void whoever_must_act_is_reminded_before_the_deadline_and_from_it_on_the_commissioner_hears_each_week(
            String step, String actor) {
        long number = audit.waitingAt(step);
        var task = audit.task(number, step);
        Instant by = watch.by(audit.now(number));
        assertThat(task.getDueDate()).isEqualTo(by);
        assertThat(city.sms(actor, "監査%d: 「%s」をお願いします(期限 ".formatted(number, task.getName())))
                .contains("/t/");

        passesUntil(by.minus(BEFORE).minus(MINUTE));
        assertThat(reminded(number)).isZero();
        night.passes(MINUTE);
        assertThat(reminded(number)).isEqualTo(1);
        String words = "監査%d: 「%s」の期限は".formatted(number, task.getName());
        assertThat(city.sms(actor, words)).contains("/t/" + task.getId());
        assertThat(city.smsCount(CHIEF, words)).isEqualTo(actor.equals(CHIEF) ? 1 : 0);
        passesUntil(by.minus(MINUTE));
        assertThat(reminded(number)).isEqualTo(1);
        assertThat(late(number)).isZero();

        night.passes(MINUTE);
        assertThat(late(number)).isEqualTo(1);
        for (String hearer : List.of(actor, CHIEF, LEAD)) {
            assertThat(city.sms(hearer, "監査%dは、「%s」が期限".formatted(number, task.getName())))
                    .contains(audit.now(number).state().label())
                    .contains("/security-audits/" + number);
        }
        night.passes(WEEK.minus(MINUTE));
        assertThat(late(number)).isEqualTo(1);
        night.passes(MINUTE);
        assertThat(late(number)).isEqualTo(2);
        assertThat(reminded(number)).isEqualTo(1);
    }

    @Test
    void what_is_done_in_time_is_never_told_again() {
        long number = audit.improved();
        audit.checks(number, "sufficient");
        assertThat(jobsOf(number)).isZero();

        night.passes(Duration.ofDays(90));

        assertThat(reminded(number)).isZero();
        assertThat(late(number)).isZero();
    }

    @Test
    void an_audit_without_an_improvement_leaves_nothing_to_be_told_either() {
        long number = audit.evaluated("none");
        assertThat(jobsOf(number)).isZero();
        assertThat(audit.now(number).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void a_step_done_after_its_reminder_or_its_deadline_is_not_told_again_and_the_next_has_a_deadline_of_its_own() {
        long number = audit.planned();
        passesUntil(watch.by(audit.now(number)));
        audit.does(AUDITOR, number, AuditingModel.CONDUCT, Audit.found());
        assertThat(reminded(number)).isEqualTo(1);
        assertThat(late(number)).isEqualTo(1);

        Instant reportBy = watch.by(audit.now(number));
        assertThat(reportBy).isEqualTo(night.now().plus(Duration.ofDays(14)));
        passesUntil(reportBy.minus(MINUTE));
        assertThat(reminded(number)).isEqualTo(2);
        assertThat(late(number)).isEqualTo(1);
        assertThat(city.smsCount(AUDITOR, "監査%d: 「監査を実施する」の期限は".formatted(number)))
                .isEqualTo(1);
    }

    @Test
    void a_deadline_nearer_than_the_one_before_is_told_in_its_own_time() {
        long number = audit.commissioned();
        // The audit plan itself would be reminded of on the 27th.
        audit.does(LEAD, number, AuditingModel.PLAN, conductBy("2026-01-20T17:00+09:00"));

        passesUntil(Instant.parse("2026-01-17T07:59:00Z"));
        assertThat(reminded(number)).isZero();
        night.passes(MINUTE);
        assertThat(reminded(number)).isEqualTo(1);
        passesUntil(Instant.parse("2026-01-20T08:00:00Z"));
        assertThat(late(number)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-19T02:14+09:00", "2026-01-17T17:00+09:00", "2026-01-16T02:15+09:00"})
    void where_the_deadline_is_no_farther_than_the_reminder_the_request_is_the_reminder(String deadline) {
        long number = audit.commissioned();
        audit.does(LEAD, number, AuditingModel.PLAN, conductBy(deadline));
        assertThat(city.smsCount(AUDITOR, "監査%d: 「監査を実施する」をお願いします(期限 ".formatted(number)))
                .isEqualTo(1);

        passesUntil(watch.by(audit.now(number)));

        assertThat(reminded(number)).isZero();
        assertThat(late(number)).isEqualTo(1);
    }

    @Test
    void who_has_taken_the_task_is_reminded_alone_and_once_it_is_late_all_hear_who_might_step_in() {
        long number = audit.improving();
        audit.claims(SECTION, number, ImprovementModel.IMPROVE);
        Instant by = watch.by(audit.now(number));

        passesUntil(by.minus(BEFORE));
        String reminder = "監査%d: 「指摘された点を改善する」の期限は".formatted(number);
        assertThat(city.smsCount(SECTION, reminder)).isEqualTo(1);
        assertThat(city.smsCount("shimin", reminder)).isZero();
        passesUntil(by);
        assertThat(city.smsCount("shimin", "監査%dは、「指摘された点を改善する」が期限".formatted(number)))
                .isEqualTo(1);
    }

    @Test
    void where_nobody_has_taken_the_task_all_who_may_are_reminded() {
        long number = audit.improving();

        passesUntil(watch.by(audit.now(number)).minus(BEFORE));

        for (String person : List.of(SECTION, "shimin", "bosai")) {
            assertThat(city.smsCount(person, "監査%d: 「指摘された点を改善する」の期限は".formatted(number)))
                    .as(person)
                    .isEqualTo(1);
        }
    }

    @Test
    void after_downtime_only_what_holds_then_is_said_and_the_weeks_still_count_from_the_deadline() {
        long number = audit.planned();
        Instant by = watch.by(audit.now(number));

        night.freezeAt(by.plus(WEEK).plus(Duration.ofDays(1)));
        night.runDueJobs();
        assertThat(reminded(number)).isZero();
        assertThat(late(number)).isEqualTo(1);
        passesUntil(by.plus(WEEK).plus(WEEK).minus(MINUTE));
        assertThat(late(number)).isEqualTo(1);
        night.passes(MINUTE);
        assertThat(late(number)).isEqualTo(2);
    }

    private static Map<String, Object> conductBy(String deadline) {
        return Audit.plan(Map.of("auditConductUntil", deadline));
    }

    private void passesUntil(Instant moment) {
        night.passes(Duration.between(night.now(), moment));
    }

    private long reminded(long number) {
        return told(number, "audit-reminded");
    }

    private long late(long number) {
        return told(number, "audit-overdue");
    }

    private long told(long number, String kind) {
        return audit.kinds(number).stream().filter(kind::equals).count();
    }

    private long jobsOf(long number) {
        String run = rows.processInstance(number);
        return night.asNobody(() -> jobs.createJobQuery().processInstanceId(run).count());
    }
}
