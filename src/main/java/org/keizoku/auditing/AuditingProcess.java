package org.keizoku.auditing;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.spin.Spin;
import org.keizoku.engine.Actor;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.springframework.stereotype.Component;

/** What the application tells the process of an audit, and what it asks the engine. In its own name: nobody has rights on the process itself. */
@Component
class AuditingProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final Actor actor;

    AuditingProcess(RuntimeService runtime, TaskService tasks, HistoryService history, Actor actor) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.actor = actor;
    }

    /**
     * Starts the run of an audit, with who is asked in which step and which roles can be audited; its id.
     *
     * @param planBy when the audit plan must be there
     */
    String commissioned(long number, Plan plan, Instant planBy) {
        var programme = plan.audit();
        List<Map<String, String>> roles = programme.audited().stream()
                .map(plan::role)
                .map(role -> Map.of("value", role.id().value(), "label", role.name()))
                .toList();
        Map<String, Object> variables = Map.of(
                AuditingModel.NUMBER.name(), number,
                AuditingModel.BRIEFING.name(), "監査%d(詳しくは画面「セキュリティ監査」)".formatted(number),
                AuditingModel.ROLE_OPTIONS.name(), Spin.JSON(roles),
                AuditingModel.PLAN_BY.name(), Date.from(planBy),
                AuditingModel.LEAD.name(), plan.role(programme.lead()).candidates(),
                AuditingModel.AUDITORS.name(), plan.role(programme.auditors()).candidates(),
                AuditingModel.COMMISSIONER.name(),
                        plan.role(programme.commissionedBy()).candidates(),
                // Known from the start, for the condition that the deadline's loop waits for.
                AuditingModel.OVER.name(), false);
        return actor.asSystem(() -> runtime.startProcessInstanceByKey(plan.procedure(AuditingModel.PROCESS), variables)
                .getId());
    }

    /** Ends the run, whatever waits in it or in the improvement that it calls. */
    void withdrawn(String run) {
        actor.asSystem(() -> runtime.createMessageCorrelation(AuditingModel.WITHDRAWN)
                .processInstanceId(run)
                .correlateWithResult());
    }

    /** A task of an audit that waits. */
    record Waiting(String id, String name, Optional<String> assignee, List<String> groups) {}

    /** The one task that waits in the audit; empty where none does. */
    Optional<Waiting> waiting(long number) {
        return actor.asSystem(() -> Optional.ofNullable(tasks.createTaskQuery()
                        .processVariableValueEquals(AuditingModel.NUMBER.name(), number)
                        .singleResult())
                .map(task -> new Waiting(
                        task.getId(),
                        task.getName(),
                        Optional.ofNullable(task.getAssignee()),
                        tasks.getIdentityLinksForTask(task.getId()).stream()
                                .map(IdentityLink::getGroupId)
                                .filter(Objects::nonNull)
                                .toList())));
    }

    /** Which audit an open task belongs to; empty for a task of another procedure. */
    Optional<Long> auditOf(String task) {
        return actor.asSystem(() -> Optional.ofNullable((Long) tasks.getVariable(task, AuditingModel.NUMBER.name())));
    }

    /** Whether the person completed a task of any procedure but an audit in the period. */
    boolean hasWorked(PersonId person, Instant from, Instant until) {
        return actor.asSystem(() -> done(person, from, until).count()
                > List.of(AuditingModel.PROCESS, ImprovementModel.PROCESS).stream()
                        .mapToLong(audit -> done(person, from, until)
                                .processDefinitionKey(audit)
                                .count())
                        .sum());
    }

    private HistoricTaskInstanceQuery done(PersonId person, Instant from, Instant until) {
        return history.createHistoricTaskInstanceQuery()
                .taskAssignee(person.value())
                .taskDeleteReason("completed")
                .finishedAfter(Date.from(from))
                .finishedBefore(Date.from(until));
    }
}
