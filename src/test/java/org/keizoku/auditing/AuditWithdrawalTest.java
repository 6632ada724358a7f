package org.keizoku.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.auditing.Audit.AUDITOR;
import static org.keizoku.auditing.Audit.CHIEF;
import static org.keizoku.auditing.Audit.LEAD;
import static org.keizoku.auditing.Audit.SECTION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.auditing.SecurityAudit.State;
import org.keizoku.auditing.SecurityAudit.What;
import org.keizoku.engine.Hands;
import org.keizoku.engine.Refused;
import org.keizoku.engine.Side;
import org.keizoku.plan.PersonId;
import org.keizoku.scenario.City;
import org.keizoku.testing.AtOnce;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An audit that is taken back by who has audits held: in any step, with a reason, once. */
@KeizokuTest
class AuditWithdrawalTest {

    private static final String WHY = "対象の部門が統合された";
    private static final int RACES = 4;

    @Autowired
    SecurityAudits audits;

    @Autowired
    AuditWithdrawals withdrawals;

    @Autowired
    SecurityAuditRows rows;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Hands hands;

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
    @ValueSource(
            strings = {
                "Task_PlanAudit",
                "Task_ConductAudit",
                "Task_ReportAudit",
                "Task_EvaluateAudit",
                "Task_PlanImprovement",
                "Task_Improve",
                "Task_ConfirmImprovement"
            })
    void in_every_step_tasks_and_timers_end_and_those_with_a_part_in_it_are_told(String step) {
        long number = audit.waitingAt(step);
        List<String> before = audit.kinds(number);

        withdraws(CHIEF, number, WHY);

        SecurityAudit now = audit.now(number);
        assertThat(now.state()).isEqualTo(State.WITHDRAWN);
        assertThat(now.steps().get(now.steps().size() - 1)).satisfies(last -> {
            assertThat(last.what()).isEqualTo(What.WITHDRAWAL);
            assertThat(last.person()).isEqualTo(CHIEF);
            assertThat(last.at()).isEqualTo(night.now());
            assertThat(last.words()).isEqualTo(WHY);
        });
        assertThat(audit.isOver(number)).isTrue();
        assertThat(running(number)).isZero();
        assertThat(audit.kinds(number))
                .isEqualTo(Stream.concat(before.stream(), Stream.of("audit-withdrawn"))
                        .toList());
        String told = "セキュリティ監査%dは取りやめになりました".formatted(number);
        assertThat(city.sms(LEAD, told)).contains("/security-audits/" + number);
        assertThat(city.smsCount(AUDITOR, told)).isEqualTo(1);
        assertThat(city.smsCount(CHIEF, told)).as("who took it back").isZero();
        // The section was asked for nothing before the improvement was planned.
        boolean isPartOfSection =
                List.of(ImprovementModel.IMPROVE, ImprovementModel.CONFIRM).contains(step);
        assertThat(city.smsCount(SECTION, told)).isEqualTo(isPartOfSection ? 1 : 0);

        night.passes(Duration.ofDays(60));
        assertThat(audit.kinds(number)).hasSize(before.size() + 1);
    }

    @Test
    void nobody_else_takes_it_back_and_each_hears_why_not() {
        long number = audit.planned();
        for (String other : List.of(LEAD, AUDITOR, SECTION, "kansa", "shukan", "unyo")) {
            refused(other, number, WHY, "監査の実施を決める役割の人");
        }
        refused(CHIEF, number, " ", "「取りやめの理由」を入力してください");
        refused(CHIEF, number, null, "「取りやめの理由」を入力してください");
        // The chief's deputy is one of those who are audited.
        refused("somu", number, WHY, "監査を受ける部門の人");

        assertThat(audit.now(number).state()).isEqualTo(State.PLANNED);
        assertThat(audit.kinds(number)).doesNotContain("audit-withdrawn");
        audit.does(AUDITOR, number, AuditingModel.CONDUCT, Audit.found());
    }

    @Test
    void the_deputy_takes_back_what_does_not_audit_the_deputy() {
        long number = audit.commissioned();

        withdraws("somu", number, WHY);

        assertThat(audit.now(number).withdrawal().orElseThrow().capacity()).contains("代行");

        long another = audit.commissioned();
        hands.acts(rows.processInstance(another), "somu", Side.REQUESTER);
        refused("somu", another, WHY, "この件の申請・提案をした人は");
    }

    @Test
    void what_is_over_is_not_taken_back() {
        long closed = audit.evaluated("none");
        refused(CHIEF, closed, WHY, "監査%dは終わっているので、もう何もできません".formatted(closed));

        long withdrawn = audit.planned();
        withdraws(CHIEF, withdrawn, WHY);
        refused(CHIEF, withdrawn, WHY, "監査%dは取りやめになったので、もう何もできません".formatted(withdrawn));
        assertThat(audit.kinds(withdrawn)).containsOnlyOnce("audit-withdrawn");
        assertThatThrownBy(() -> audits.conducted(withdrawn, new PersonId(AUDITOR), "見た", false, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("取りやめになった");
    }

    @Test
    void it_counts_as_not_held_and_its_words_stay_closed_to_the_audited() {
        long held = audit.evaluated("none");
        var heldAt = audit.now(held).steps().get(0).at();
        night.passes(Duration.ofDays(1));
        long number = audit.planned();
        assertThat(rows.latest()).isNotEqualTo(Optional.of(heldAt));

        withdraws(CHIEF, number, WHY);

        assertThat(rows.latest()).contains(heldAt);
        assertThat(audit.now(number).isOpenToAudited()).isFalse();
        long evaluated = audit.evaluated("improve");
        withdraws(CHIEF, evaluated, WHY);
        assertThat(audit.now(evaluated).isOpenToAudited()).isTrue();
    }

    @Test
    void of_two_who_take_it_back_at_the_same_moment_one_does() {
        Queue<Long> prepared = prepared(audit::commissioned);

        AtOnce.races("withdraw twice", RACES, race -> {
            long number = prepared.remove();

            assertThat(race.through(() -> withdraws(CHIEF, number, WHY), () -> withdraws("somu", number, WHY)))
                    .isEqualTo(1);

            assertThat(audit.now(number).state()).isEqualTo(State.WITHDRAWN);
            assertThat(audit.kinds(number)).containsOnlyOnce("audit-withdrawn");
            assertThat(running(number)).isZero();
        });
    }

    /** Either it is over and was not taken back, or it was taken back and the check counts for nothing. */
    @Test
    void of_a_withdrawal_and_the_last_task_at_the_same_moment_one_counts() {
        Queue<Long> prepared = prepared(() -> {
            long number = audit.improved();
            audit.claims(AUDITOR, number, ImprovementModel.CONFIRM);
            return number;
        });

        AtOnce.races("withdraw while the last task is done", RACES, race -> {
            long number = prepared.remove();
            String task = audit.task(number, ImprovementModel.CONFIRM).getId();

            assertThat(race.through(
                            () -> withdraws(CHIEF, number, WHY),
                            () -> night.as(AUDITOR, () -> tasks.complete(task, Audit.check("sufficient")))))
                    .isEqualTo(1);

            boolean isWithdrawn = audit.now(number).state() == State.WITHDRAWN;
            assertThat(audit.kinds(number).contains("audit-withdrawn")).isEqualTo(isWithdrawn);
            assertThat(audit.kinds(number).contains("improvement-checked")).isEqualTo(!isWithdrawn);
            assertThat(running(number)).isZero();
        });
    }

    /** While one waits for the other's row, it learns of the withdrawal and says so. */
    @Test
    void the_form_of_a_task_that_was_open_a_moment_ago_says_why_it_is_not_taken() {
        long number = audit.planned();
        assertThatThrownBy(() -> night.as(AUDITOR, () -> {
                    String task = audit.task(number, AuditingModel.CONDUCT).getId();
                    tasks.claim(task, AUDITOR);
                    rows.is(number, State.WITHDRAWN);
                    tasks.complete(task, Audit.found());
                }))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("監査%dは取りやめになったので".formatted(number));
    }

    private static Queue<Long> prepared(Supplier<Long> audit) {
        Queue<Long> prepared = new ConcurrentLinkedQueue<>();
        for (int n = 0; n < RACES; n++) {
            prepared.add(audit.get());
        }
        return prepared;
    }

    private void withdraws(String person, long number, String why) {
        night.as(person, () -> withdrawals.withdraw(number, new PersonId(person), why));
    }

    private void refused(String person, long number, String why, String because) {
        assertThat(withdrawals.mayWithdraw(new PersonId(person), audit.now(number)) && why != null && !why.isBlank())
                .isFalse();
        assertThatThrownBy(() -> withdraws(person, number, why))
                .as(person)
                .isInstanceOf(Refused.class)
                .hasMessageContaining(because);
    }

    /** The audit's run and what it called. */
    private long running(long number) {
        return night.asNobody(() -> runtime.createProcessInstanceQuery()
                .variableValueEquals(AuditingModel.NUMBER.name(), number)
                .count());
    }
}
