package org.keizoku.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.keizoku.audit.seal.Hash;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.engine.StepHappened;
import org.keizoku.engine.TaskHappened;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plans;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The append-only record of what happened. It listens in the transaction in which the thing happens: both stand or neither does, and
 * what cannot be recorded is not done.
 */
@Component
class Ledger {

    /** So many random bytes before the values, and their hash tells nothing about values that are erased. */
    private static final int SALT_BYTES = 16;

    /** What somebody does in a task's own capacity; it is given back and handed over by whoever leads, too. */
    private static final Set<TaskHappened.What> OWN = Set.of(TaskHappened.What.CLAIMED, TaskHappened.What.DONE);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Actor actor;
    private final Plans plans;
    private final SecureRandom random = new SecureRandom();

    Ledger(JdbcClient jdbc, ObjectMapper json, Clock clock, Actor actor, Plans plans) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.actor = actor;
        this.plans = plans;
    }

    @EventListener
    void on(Fact fact) {
        append(fact, null);
    }

    @EventListener
    void on(TaskHappened task) {
        String acting = task.what() == TaskHappened.What.OPENED ? Actor.SYSTEM : actor.nameForRecord();
        append(
                new Fact(
                        task.activation(),
                        clock.instant(),
                        acting,
                        capacity(task, acting),
                        Told.kind(task.what()),
                        Told.of(task, acting),
                        task.values()),
                origin(task.process(), task.step(), task.taskId()));
    }

    @EventListener
    void on(StepHappened step) {
        append(
                new Fact(
                        step.activation(),
                        clock.instant(),
                        step.actor(),
                        null,
                        Told.kind(step.what()),
                        Told.of(step),
                        step.values()),
                origin(step.process(), step.step(), null));
    }

    /** Of whoever takes or does a task: the first rank they hold among those it is offered to. */
    private String capacity(TaskHappened task, String acting) {
        return OWN.contains(task.what())
                ? plans.inForce()
                        .capacity(new PersonId(acting), task.candidates())
                        .orElse(null)
                : null;
    }

    private void append(Fact fact, Map<String, String> origin) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String facts = written(fact.values());
        jdbc.sql(
                        """
                        with entry as (
                            insert into ledger_entry
                                (activation_number, at, actor, capacity, kind, told, facts_hash, origin, recorded_at)
                            values
                                (:activation, :at, :actor, :capacity, :kind, :told, :hash, cast(:origin as json), :now)
                            returning id)
                        insert into ledger_facts select id, :salt, cast(:facts as json) from entry""")
                .param("activation", fact.activation())
                .param("at", Timestamp.from(fact.at()))
                .param("actor", fact.actor())
                .param("capacity", fact.capacity())
                .param("kind", fact.kind())
                .param("told", fact.told())
                .param("hash", Hash.of(salt, facts.getBytes(StandardCharsets.UTF_8)))
                .param("origin", origin == null ? null : written(origin))
                .param("now", Timestamp.from(clock.instant()))
                .param("salt", salt)
                .param("facts", facts)
                .update();
    }

    private static Map<String, String> origin(String process, String step, String task) {
        Map<String, String> origin = new LinkedHashMap<>();
        origin.put("process", process);
        origin.put("step", step);
        if (task != null) {
            origin.put("task", task);
        }
        return origin;
    }

    private String written(Map<String, ?> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("the ledger cannot write these values", unwritable);
        }
    }
}
