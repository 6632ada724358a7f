package org.keizoku.notice.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.notice.NoticeHouse;
import org.keizoku.notice.NoticeOrder;
import org.keizoku.notice.Notices;
import org.keizoku.notice.OutsideSettings;
import org.keizoku.notice.Urgency;
import org.springframework.beans.factory.annotation.Autowired;

class NoticeWatchTest extends NoticeHouse {

    private final AtomicInteger signs = new AtomicInteger();

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeGaps gaps;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    private HttpServer outside;
    private volatile int answer = 204;
    private LifeSign lifeSign;
    private NoticeWatch watch;

    @BeforeEach
    void somebody_outside_listens() throws IOException {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/alive", exchange -> {
            signs.incrementAndGet();
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        outside.start();
        watch = watch("http://localhost:%d/alive".formatted(outside.getAddress().getPort()));
        beats(Duration.ZERO);
    }

    @AfterEach
    void all_goes_well_again() {
        outside.stop(0);
        jdbc.sql("delete from dispatcher_heartbeat").update();
        jdbc.sql("update notice set state = 'SKIPPED' where state = 'PLANNED'").update();
        gaps.reconcile();
        assertThat(gapTasks()).isEmpty();
    }

    @Test
    void a_notice_that_is_not_handed_over_in_two_minutes_is_the_operators_task_and_before_it_is_not() {
        plan(0);
        passes(Duration.ofSeconds(119));
        beats(Duration.ZERO);
        watch.look();
        assertThat(gapTasks()).isEmpty();
        assertThat(gaps.now()).isEmpty();

        passes(Duration.ofSeconds(1));
        watch.look();
        assertThat(gapTasks()).singleElement().satisfies(task -> {
            assertThat(tasks.getIdentityLinksForTask(task.getId()))
                    .extracting(link -> link.getGroupId())
                    .containsExactly("operator");
            assertThat(tasks.getVariable(task.getId(), "noticeGapFound"))
                    .isEqualTo("引き渡せていない通知が 1 件あります(最も古いものの予定は 6月2日 02:14)。");
        });
        assertThat(gaps.now()).hasValueSatisfying(told -> assertThat(told).contains("1 件"));
        assertThat(fittings.facts).extracting(Fact::kind).containsExactly("notice-gap");
    }

    @Test
    void what_was_handed_over_in_time_is_no_gap() {
        plan(0);
        dispatch();
        passes(Duration.ofHours(1));
        beats(Duration.ZERO);
        watch.look();

        assertThat(gapTasks()).isEmpty();
    }

    @Test
    void whoever_does_not_need_it_any_more_leaves_no_gap() {
        plan(0);
        notices.cancelRound(activation, "information", SMS_ONLY);
        passes(Duration.ofHours(1));
        beats(Duration.ZERO);
        watch.look();

        assertThat(gapTasks()).isEmpty();
    }

    @Test
    void a_dispatcher_that_is_silent_for_more_than_30_seconds_is_the_operators_task_though_nothing_waits() {
        beats(Duration.ofSeconds(30));
        watch.look();
        assertThat(gapTasks()).isEmpty();

        beats(Duration.ofSeconds(31));
        watch.look();
        assertThat(gapTasks()).singleElement().satisfies(task -> assertThat(
                        (String) tasks.getVariable(task.getId(), "noticeGapFound"))
                .startsWith("通知の送信処理が 6月2日 02:13 から止まっています。"));
    }

    @Test
    void another_nodes_dispatcher_that_lives_is_enough() {
        beats(Duration.ofMinutes(5));
        beats("another node", Duration.ofSeconds(3));
        watch.look();

        assertThat(gapTasks()).isEmpty();
    }

    @Test
    void many_looks_and_several_nodes_open_one_task() {
        beats(Duration.ofMinutes(1));
        watch.look();
        watch.look();
        watch(null).look();

        assertThat(gapTasks()).hasSize(1);
        assertThat(fittings.facts).extracting(Fact::kind).containsExactly("notice-gap");
    }

    @Test
    void the_task_goes_by_itself_when_the_gap_does_and_the_next_gap_is_another() {
        beats(Duration.ofMinutes(1));
        watch.look();
        beats(Duration.ZERO);
        watch.look();
        assertThat(gapTasks()).isEmpty();
        assertThat(running()).isZero();
        assertThat(fittings.facts).extracting(Fact::kind).containsExactly("notice-gap", "notice-gap-over");

        beats(Duration.ofMinutes(1));
        watch.look();
        assertThat(gapTasks()).hasSize(1);
    }

    @Test
    void a_gap_that_was_worked_on_is_asked_about_again_after_15_minutes_and_not_before() {
        beats(Duration.ofMinutes(1));
        watch.look();
        handle();
        watch.look();
        passes(Duration.ofSeconds(15 * 60 - 1));
        watch.look();
        assertThat(gapTasks()).isEmpty();

        passes(Duration.ofSeconds(1));
        watch.look();
        assertThat(gapTasks()).hasSize(1);
        assertThat(running()).isOne();
    }

    @Test
    void every_third_sound_look_gives_a_sign_of_life_and_none_is_given_while_there_is_a_gap() {
        looks(6);
        assertThat(signs).hasValue(2);

        beats(Duration.ofMinutes(1));
        looks(6);
        assertThat(signs).as("silence is the alarm").hasValue(2);

        beats(Duration.ZERO);
        looks(1);
        assertThat(signs).as("at once when it is over").hasValue(3);
    }

    @Test
    void an_outside_that_fails_or_is_not_there_ends_no_watch() {
        answer = 500;
        looks(1);
        assertThat(signs).hasValue(1);
        outside.stop(0);
        looks(3);
        beats(Duration.ofMinutes(1));
        looks(1);

        assertThat(gapTasks()).hasSize(1);
    }

    @Test
    void it_starts_and_stops_as_told() {
        watch.start();
        assertThat(watch.isRunning()).isTrue();
        watch.stop();
        assertThat(watch.isRunning()).isFalse();
        assertThat(watch.isAutoStartup()).isTrue();
    }

    @Test
    void its_figures_tell_of_the_gap_and_of_who_is_silent() {
        var meters = new SimpleMeterRegistry();
        new WatchMeters(reconciling, gaps, lifeSign, clock).bindTo(meters);
        assertThat(figure(meters, "gaps.open")).isZero();
        assertThat(figure(meters, "overdue.oldest")).isZero();
        assertThat(figure(meters, "dispatcher.look.age")).isZero();
        assertThat(figure(meters, "heartbeat.age")).as("never heard").isNaN();

        plan(0);
        looks(1);
        passes(Duration.ofSeconds(119));
        assertThat(figure(meters, "overdue.oldest")).as("in time yet").isZero();
        assertThat(figure(meters, "dispatcher.look.age")).isEqualTo(119);
        assertThat(figure(meters, "heartbeat.age")).isEqualTo(119);

        passes(Duration.ofSeconds(1));
        assertThat(figure(meters, "overdue.oldest")).isEqualTo(120);
        looks(1);
        assertThat(figure(meters, "gaps.open")).isOne();

        jdbc.sql("delete from dispatcher_heartbeat").update();
        assertThat(figure(meters, "dispatcher.look.age")).as("none runs").isNaN();
    }

    @Test
    void an_outside_that_does_not_hear_does_not_make_its_figure_young() {
        var meters = new SimpleMeterRegistry();
        new WatchMeters(reconciling, gaps, lifeSign, clock).bindTo(meters);
        looks(1);
        answer = 500;
        passes(Duration.ofSeconds(20));
        beats(Duration.ZERO);
        looks(3);

        assertThat(signs).hasValue(2);
        assertThat(figure(meters, "heartbeat.age")).isEqualTo(20);
    }

    private static double figure(SimpleMeterRegistry meters, String name) {
        return meters.get("keizoku.notice." + name).gauge().value();
    }

    private void looks(int times) {
        for (int n = 0; n < times; n++) {
            watch.look();
        }
    }

    private NoticeWatch watch(String url) {
        var settings = new WatchSettings(true, Duration.ofMinutes(2), url == null ? null : URI.create(url));
        lifeSign = new LifeSign(settings, new OutsideSettings("https://bcp.example", null), clock);
        return new NoticeWatch(settings, gaps, lifeSign);
    }

    private void beats(Duration ago) {
        beats("a node", ago);
    }

    private void beats(String node, Duration ago) {
        jdbc.sql(
                        """
                        insert into dispatcher_heartbeat (node, at) values (:node, :at)
                        on conflict (node) do update set at = excluded.at
                        """)
                .param("node", node)
                .param("at", Timestamp.from(clock.instant().minus(ago)))
                .update();
    }

    private void plan(int round) {
        notices.plan(new NoticeOrder(
                activation, "information", round, SMS_ONLY, Urgency.INFORMATION, "件名", "本文", Optional.empty()));
    }

    /** Somebody with the right to it does the task; who may is told in NoticeGapTest. */
    private void handle() {
        jdbc.sql("update notice_gap set handled_at = :now where closed_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        gapTasks().forEach(task -> runtime.deleteProcessInstance(task.getProcessInstanceId(), "done"));
    }

    private List<Task> gapTasks() {
        return tasks.createTaskQuery()
                .taskDefinitionKey(NoticeGapModel.HANDLE_GAP)
                .list();
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(NoticeGapModel.PROCESS)
                .count();
    }
}
