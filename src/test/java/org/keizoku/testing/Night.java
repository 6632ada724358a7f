package org.keizoku.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The night in which a test plays: its clock stands still until told to move, and people do their tasks in it. */
public class Night {

    /** When each test begins: a Friday, long before anybody is in the office. */
    public static final Instant FALLS =
            OffsetDateTime.parse("2026-01-16T02:14:00+09:00").toInstant();

    private final Clock clock;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final People people;
    private final JdbcClient jdbc;
    private final ObjectProvider<Settling> settling;

    Night(
            Clock clock,
            RuntimeService runtime,
            ManagementService jobs,
            People people,
            JdbcClient jdbc,
            ObjectProvider<Settling> settling) {
        this.clock = clock;
        this.runtime = runtime;
        this.jobs = jobs;
        this.people = people;
        this.jdbc = jdbc;
        this.settling = settling;
    }

    public Instant now() {
        return clock.instant();
    }

    public void freezeAt(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Something beside the engine that must have come to rest before the clock moves on. */
    public interface Settling {
        void settle();
    }

    /** Lets time pass as the night would: every timer on the way fires at its own minute, and what it starts is due in its turn. */
    public void passes(Duration time) {
        settling.forEach(Settling::settle);
        Instant until = now().plus(time);
        runDueJobs();
        for (var next = nextDue(until); next.isPresent(); next = nextDue(until)) {
            freezeAt(next.get());
            runDueJobs();
            settling.forEach(Settling::settle);
        }
        freezeAt(until);
        runDueJobs();
    }

    /** Runs what is due now, and what that makes due; an exception of a job is the test's. */
    public void runDueJobs() {
        for (int run = 0; run < 1000; run++) {
            // executable() respects the due date; executeJob alone fires a timer early.
            List<Job> due = people.asNobody(() ->
                    jobs.createJobQuery().executable().orderByJobDuedate().asc().listPage(0, 1));
            if (due.isEmpty()) {
                return;
            }
            people.asNobody(() -> {
                jobs.executeJob(due.get(0).getId());
                return null;
            });
        }
        throw new AssertionError("the jobs never settle");
    }

    /** Does the work as this person, in the groups that the engine knows them in. */
    public void as(String person, Runnable work) {
        people.as(person, () -> {
            work.run();
            return null;
        });
    }

    public <T> T as(String person, Supplier<T> work) {
        return people.as(person, work);
    }

    /** As the engine works by itself: nobody is signed in, and nothing is hidden. */
    public <T> T asNobody(Supplier<T> work) {
        return people.asNobody(work);
    }

    /** The one open task of this step in this activation. */
    public Task task(String activation, String step) {
        return task(activation, step, "");
    }

    /** The one whose name has these words, where others of the step may be open beside it. */
    public Task task(String activation, String step, String words) {
        List<Task> found = people.tasks(activation, step).stream()
                .filter(task -> task.getName().contains(words))
                .toList();
        assertThat(found)
                .as("open tasks %s «%s» of %s; open are %s", step, words, activation, people.openSteps(activation))
                .hasSize(1);
        return found.get(0);
    }

    /** The open tasks of this step: one per system or person, where the step runs for several. */
    public List<Task> tasks(String activation, String step) {
        return people.tasks(activation, step);
    }

    /** The person takes the one open task of this step and completes it with what the form would send. */
    public void claimAndComplete(String person, String activation, String step, Map<String, Object> values) {
        people.claimAndComplete(person, task(activation, step), values);
    }

    /** The same for one of several. */
    public void claimAndComplete(String person, Task task, Map<String, Object> values) {
        people.claimAndComplete(person, task, values);
    }

    /** Stops what still runs, so that no timer of this test fires in the next, and lets the clock go. */
    void ends() {
        people.asNobody(() -> {
            var running =
                    runtime.createProcessInstanceQuery().rootProcessInstances().list();
            running.stream()
                    .map(ProcessInstance::getId)
                    .forEach(id -> runtime.deleteProcessInstance(id, "end of the test", true));
            return null;
        });
        settling.forEach(Settling::settle);
        everybodyIsBack();
        ClockUtil.reset();
    }

    /** Nobody is absent or going to be: all that was declared is called off. */
    public void everybodyIsBack() {
        jdbc.sql("update absence set ended_by = person_id, ended_at = declared_at where ended_at is null")
                .update();
    }

    private Optional<Instant> nextDue(Instant until) {
        return people.asNobody(() -> jobs
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateHigherThan(Date.from(now()))
                .duedateLowerThan(Date.from(until.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(job -> job.getDuedate().toInstant())
                .findFirst());
    }
}
