package org.keizoku.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.keizoku.engine.MoreProcedures;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.PlanProposals;
import org.keizoku.plan.Plans;
import org.keizoku.testing.Night;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who write, approve and hold the sample city's plan, in tests that change it. */
@TestComponent
@Import(Editors.Beside.class)
class Editors {

    private final Beside beside;
    private final PlanProposals proposals;
    private final Plans plans;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Night night;
    private final JdbcClient jdbc;

    Editors(
            Beside beside,
            PlanProposals proposals,
            Plans plans,
            TaskService tasks,
            RuntimeService runtime,
            Night night,
            JdbcClient jdbc) {
        this.beside = beside;
        this.proposals = proposals;
        this.plans = plans;
        this.tasks = tasks;
        this.runtime = runtime;
        this.night = night;
        this.jdbc = jdbc;
    }

    /** Puts a file beside the plan, as an operator does while the application runs. */
    void puts(String name, String content) {
        beside.files.put("plans/sample-city/" + name, new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }

            @Override
            public long lastModified() {
                return 1;
            }
        });
    }

    /** The plan in force under its next number, otherwise changed as said. */
    String next(UnaryOperator<String> change) {
        return numbered(nextVersion(), change);
    }

    String next() {
        return next(UnaryOperator.identity());
    }

    String numbered(String version, UnaryOperator<String> change) {
        String text = plans.text(plans.inForceVersion());
        String old = "version: '%s'".formatted(plans.inForce().version());
        assertThat(text).contains(old);
        return change.apply(text.replace(old, "version: '%s'".formatted(version)));
    }

    String nextVersion() {
        return proposals.nextVersion();
    }

    long proposes(String person, String yaml) {
        return night.as(person, () -> proposals.propose(yaml, new PersonId(person), "年次の見直し"));
    }

    List<Task> approvals(long number) {
        return night.asNobody(() -> tasks.createTaskQuery()
                .processVariableValueEquals(RevisionModel.NUMBER.name(), number)
                .taskDefinitionKey(RevisionApprovalModel.APPROVE)
                .list());
    }

    Task approval(long number) {
        assertThat(approvals(number)).hasSize(1);
        return approvals(number).get(0);
    }

    boolean isOffered(long number, String person) {
        return night.as(person, () -> tasks.createTaskQuery()
                        .taskId(approval(number).getId())
                        .taskCandidateUser(person)
                        .count())
                > 0;
    }

    /** Approves; an empty moment means at once. */
    void approves(String person, long number, String effectiveFrom) {
        decides(person, number, Map.of("revisionOutcome", "approve", "effectiveFrom", effectiveFrom));
    }

    void decides(String person, long number, Map<String, Object> form) {
        night.claimAndComplete(person, approval(number), new HashMap<>(form));
    }

    /** Brings the text into force at once, as another of the cio's deputies approved it. */
    long bringsIntoForce(String yaml) {
        long number = proposes("joho1", yaml);
        approves("ict-bucho", number, "");
        night.runDueJobs();
        assertThat(plans.inForceVersion()).isEqualTo(row(number, "plan_version", Long.class));
        return number;
    }

    <T> T row(long number, String column, Class<T> type) {
        return jdbc.sql("select %s from plan_revision where number = ?".formatted(column))
                .param(number)
                .query(type)
                .single();
    }

    String state(long number) {
        return row(number, "state", String.class);
    }

    long running(long number) {
        return night.asNobody(() -> runtime.createProcessInstanceQuery()
                .variableValueEquals(RevisionModel.NUMBER.name(), number)
                .count());
    }

    /** The ledger's sentences about the proposal, in order. */
    List<String> told(long number) {
        return jdbc.sql(
                        "select told from ledger_entry join ledger_facts on entry_id = id where facts->>'改訂案' = ? order by id")
                .param(Long.toString(number))
                .query(String.class)
                .list();
    }

    /** A night ends its processes; what they left open would stand in the way of the next test. */
    void leaveNothingOpen() {
        jdbc.sql("update plan_revision set state = 'WITHDRAWN' where state in ('CHECKING', 'OFFERED', 'APPROVED')")
                .update();
    }

    /** What stands beside the plan; needs nothing, since whatever deploys and checks it needs this. */
    @TestComponent
    static class Beside implements MoreProcedures {

        private final Map<String, Resource> files = new HashMap<>();

        @Override
        public Map<String, Resource> files() {
            return files;
        }
    }
}
