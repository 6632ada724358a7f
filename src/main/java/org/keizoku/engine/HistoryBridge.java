package org.keizoku.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDetailEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.keizoku.engine.StepHappened.What;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the engine's history becomes our own records, in the same transaction; user tasks are told by {@link TaskWatch}. */
@Component
class HistoryBridge {

    /** How the types of all jobs begin that wait for a moment. */
    private static final String TIMERS = "timer-";

    private final ApplicationEventPublisher events;
    /** Asked for late: the engine says its first history events while it is being built. */
    private final ObjectProvider<Actor> actor;

    HistoryBridge(ApplicationEventPublisher events, ObjectProvider<Actor> actor) {
        this.events = events;
        this.actor = actor;
    }

    @EventListener
    void on(HistoryEvent event) {
        step(event).ifPresent(events::publishEvent);
    }

    private Optional<StepHappened> step(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity activity) {
            return timer(activity);
        }
        if (event instanceof HistoricJobLogEvent job) {
            return cancelledTimer(job);
        }
        if (event instanceof HistoricProcessInstanceEventEntity process) {
            return procedure(process);
        }
        if (event instanceof HistoricIncidentEventEntity incident) {
            return incident(incident);
        }
        if (event instanceof UserOperationLogEntryEventEntity operation) {
            return OperatorDeed.of(operation, activation(operation), written(operation));
        }
        return Optional.empty();
    }

    private Optional<StepHappened> timer(HistoricActivityInstanceEventEntity activity) {
        String type = String.valueOf(activity.getActivityType());
        // An intermediate timer begins when the waiting begins; the others begin when they fire.
        boolean fired =
                switch (type) {
                    case ActivityTypes.BOUNDARY_TIMER, ActivityTypes.START_EVENT_TIMER ->
                        activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START);
                    case ActivityTypes.INTERMEDIATE_EVENT_TIMER ->
                        activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END) && !activity.isCanceled();
                    default -> false;
                };
        return fired
                ? Optional.of(of(
                        What.TIMER_FIRED,
                        activity,
                        activation(activity),
                        activity.getActivityId(),
                        activity.getActivityName(),
                        Actor.SYSTEM))
                : Optional.empty();
    }

    /** The engine logs a job that is deleted without having run: what it waited for came first, or was given up. */
    private static Optional<StepHappened> cancelledTimer(HistoricJobLogEvent job) {
        boolean cancelled = job.isDeletionLog()
                && job.getProcessInstanceId() != null
                && String.valueOf(job.getJobDefinitionType()).startsWith(TIMERS);
        return cancelled
                ? Optional.of(of(
                        What.TIMER_CANCELLED,
                        job,
                        activation(job),
                        job.getActivityId(),
                        activityName(job.getProcessDefinitionId(), job.getActivityId()),
                        Actor.SYSTEM))
                : Optional.empty();
    }

    private Optional<StepHappened> procedure(HistoricProcessInstanceEventEntity process) {
        boolean called = process.getSuperProcessInstanceId() != null;
        What what;
        if (process.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
            what = What.PROCEDURE_STARTED;
        } else if (process.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
            what = HistoricProcessInstance.STATE_COMPLETED.equals(process.getState())
                    ? What.PROCEDURE_ENDED
                    : What.PROCEDURE_CANCELLED;
        } else {
            return Optional.empty();
        }
        // A called procedure follows from the calling one; only what stands by itself is somebody's deed.
        boolean deed = what == What.PROCEDURE_CANCELLED || what == What.PROCEDURE_STARTED && !called;
        return Optional.of(of(
                what,
                process,
                process.getBusinessKey(),
                what == What.PROCEDURE_STARTED ? process.getStartActivityId() : process.getEndActivityId(),
                process.getProcessDefinitionName(),
                deed ? actor.getObject().nameForRecord() : Actor.SYSTEM));
    }

    private Optional<StepHappened> incident(HistoricIncidentEventEntity incident) {
        boolean raised = incident.isEventOfType(HistoryEventTypes.INCIDENT_CREATE);
        boolean over = incident.isEventOfType(HistoryEventTypes.INCIDENT_RESOLVE)
                || incident.isEventOfType(HistoryEventTypes.INCIDENT_DELETE);
        // The engine repeats an incident in every calling process; the record tells the one that is the cause.
        boolean repeated = incident.getCauseIncidentId() != null
                && !incident.getCauseIncidentId().equals(incident.getId());
        if (repeated || !raised && !over) {
            return Optional.empty();
        }
        // Without the message: it is an exception's text and may quote anything, an address too.
        return Optional.of(of(
                raised ? What.INCIDENT_RAISED : What.INCIDENT_RESOLVED,
                incident,
                activation(incident),
                incident.getActivityId(),
                activityName(incident.getProcessDefinitionId(), incident.getActivityId()),
                raised ? Actor.SYSTEM : actor.getObject().nameForRecord()));
    }

    private static StepHappened of(
            What what, HistoryEvent event, String activation, String step, String name, String actor) {
        return new StepHappened(
                what,
                activation,
                event.getProcessDefinitionKey(),
                step,
                name != null ? name : step != null ? step : event.getProcessDefinitionKey(),
                actor,
                Map.of());
    }

    /** Asked of the running command, since a new instance is not in the database yet. */
    private static String activation(HistoryEvent event) {
        String instance = event.getProcessInstanceId();
        if (instance == null) {
            return null;
        }
        var command = Context.getCommandContext();
        var running = command.getExecutionManager().findExecutionById(instance);
        if (running != null) {
            return running.getProcessBusinessKey();
        }
        var past = command.getHistoricProcessInstanceManager().findHistoricProcessInstance(instance);
        return past == null ? null : past.getBusinessKey();
    }

    private static String activityName(String definition, String step) {
        if (definition == null || step == null) {
            return null;
        }
        var activity = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definition)
                .findActivity(step);
        return activity == null ? null : (String) activity.getProperty("name");
    }

    /** What a deed wrote into variables: the engine's log of deeds names neither variable nor value. */
    private static List<HistoricVariableUpdateEventEntity> written(UserOperationLogEntryEventEntity operation) {
        if (!EntityTypes.VARIABLE.equals(operation.getEntityType())) {
            return List.of();
        }
        return Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntitiesByType(HistoricDetailEventEntity.class)
                .stream()
                .filter(HistoricVariableUpdateEventEntity.class::isInstance)
                .map(HistoricVariableUpdateEventEntity.class::cast)
                .filter(update -> operation.getOperationId().equals(update.getUserOperationId()))
                .toList();
    }
}
