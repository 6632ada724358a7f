package org.keizoku.engine;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what the engine refused to somebody who is signed in. In a transaction of its own: that of the attempt has rolled back, or
 * whoever began it will roll it back. Rule MNT-557-01.
 */
@Component
class RefusedAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAttempts.class);

    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    /** Asked for late, as all that belongs to the engine: it is being built when this is. */
    private final ObjectProvider<Actor> actor;

    private final ObjectProvider<TaskService> tasks;

    RefusedAttempts(
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions,
            ObjectProvider<Actor> actor,
            ObjectProvider<TaskService> tasks) {
        this.events = events;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.actor = actor;
        this.tasks = tasks;
    }

    /** Which task an attempt was about. */
    record About(String activation, String task) {}

    /** @param deed the command that was refused, as the engine calls it */
    void tell(String deed, ProcessEngineException why) {
        actor.getObject().person().ifPresent(person -> {
            try {
                ownTransaction.executeWithoutResult(begun -> events.publishEvent(fact(person, deed, why)));
            } catch (RuntimeException unrecorded) {
                // The attempt stays refused, and the person is told why; the operator learns that the record has a gap.
                LOG.error("a refused attempt could not be put on the record", unrecorded);
            }
        });
    }

    private Fact fact(String person, String deed, ProcessEngineException why) {
        var about = about(why);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("操作", deed);
        values.put("理由", String.valueOf(why.getMessage()));
        return new Fact(
                about.map(About::activation).orElse(null),
                clock.instant(),
                person,
                null,
                "attempt-refused",
                about.map(task -> "{%s} によるタスク「%s」の操作を拒否".formatted(person, task.task()))
                        .orElse("{%s} の操作を拒否".formatted(person)),
                values);
    }

    private Optional<About> about(ProcessEngineException why) {
        if (why instanceof Refused refused) {
            return refused.about();
        }
        return ((AuthorizationException) why)
                .getMissingAuthorizations().stream()
                        .filter(missing -> EntityTypes.TASK.equals(missing.getResourceType()))
                        .map(missing -> missing.getResourceId())
                        .findFirst()
                        .flatMap(this::task);
    }

    private Optional<About> task(String id) {
        return actor.getObject().asSystem(() -> Optional.ofNullable(
                        tasks.getObject().createTaskQuery().taskId(id).singleResult())
                .map(task ->
                        new About((String) tasks.getObject().getVariable(id, TaskWatch.ACTIVATION), task.getName())));
    }
}
