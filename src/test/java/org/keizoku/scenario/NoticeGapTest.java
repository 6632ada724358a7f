package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keizoku.scenario.Entered.entered;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.notice.watch.NoticeGapModel;
import org.keizoku.notice.watch.NoticeGaps;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices that do not leave are a task for the operator, who writes down what was wrong, unless it passes by itself. */
@KeizokuTest
class NoticeGapTest {

    @Autowired
    Night night;

    @Autowired
    NoticeGaps gaps;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void nothing_waits_from_other_nights() {
        jdbc.sql("update notice set state = 'SKIPPED' where state in ('PLANNED', 'HANDING_OVER', 'UNKNOWN')")
                .update();
        jdbc.sql("delete from dispatcher_heartbeat").update();
        gaps.reconcile();
    }

    @Test
    void the_operator_writes_down_what_was_wrong_and_nobody_else_may() {
        aNoticeWaits();
        gaps.reconcile();
        Task task = gapTasks().get(0);

        assertThatThrownBy(() -> night.claimAndComplete("joho1", task, entered("noticeGapRemedy", "不明")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> night.claimAndComplete("unyo", task, entered("noticeGapRemedy", "")))
                .hasStackTraceContaining("分かった原因と行ったこと");
        night.claimAndComplete("unyo", gapTasks().get(0), entered("noticeGapRemedy", "メールサーバーを再起動した"));

        assertThat(gapTasks()).isEmpty();
        gaps.reconcile();
        assertThat(gapTasks()).as("it is being worked on").isEmpty();
        assertThat(told()).anyMatch(told -> told.contains("通知の滞りに対応しました"));
    }

    @Test
    void what_passes_by_itself_takes_the_task_with_it() {
        aNoticeWaits();
        gaps.reconcile();
        assertThat(gapTasks()).hasSize(1);

        nothing_waits_from_other_nights();
        assertThat(gapTasks()).isEmpty();
        assertThat(told()).anyMatch(told -> told.contains("通知の滞りが解消しました"));
    }

    /** Not due before tomorrow, so that no dispatcher takes it. */
    private void aNoticeWaits() {
        jdbc.sql(
                        """
                        insert into notice (step, round, person_id, channel, urgency, subject, text, state, planned_at, due_at, changed_at)
                        values ('notice-gap-test', (select count(*) from notice), 'joho1', 'MAIL', 'REPORT', '件名', '本文', 'PLANNED',
                          :planned, :due, :planned)
                        """)
                .param("planned", Timestamp.from(night.now().minus(Duration.ofMinutes(2))))
                .param("due", Timestamp.from(night.now().plus(Duration.ofDays(1))))
                .update();
    }

    private List<Task> gapTasks() {
        return night.asNobody(() -> tasks.createTaskQuery()
                .taskDefinitionKey(NoticeGapModel.HANDLE_GAP)
                .list());
    }

    private List<String> told() {
        return jdbc.sql("select told from ledger_entry where kind like 'notice-gap%'")
                .query(String.class)
                .list();
    }
}
