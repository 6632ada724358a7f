package org.keizoku.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who acted on which side of which matter. A user task says its side by the property {@link Side#PROPERTY}; its matter is that of its
 * process: the process instance itself, or what {@link #carriesOn} said. Both are kept apart from the variables, so that nobody turns a
 * task into another matter's, before it is opened or after. Rule MNT-26-01.
 */
@Service
public class Hands {

    /** Handed by a calling process to one that carries on its matter; which matter that is the caller's own row says, not the value. */
    public static final String MATTER = "matter";

    private final JdbcClient jdbc;
    private final Clock clock;

    Hands(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who had a hand in the matter so far. */
    public Matter of(String matter) {
        Map<String, Side> hands = new LinkedHashMap<>();
        jdbc.sql("select person_id, side from matter_hand where matter = ? order by acted_at, person_id")
                .param(matter)
                .query(row -> {
                    hands.put(row.getString("person_id"), Side.valueOf(row.getString("side")));
                });
        return new Matter(hands);
    }

    /** Puts on record that the person acted; a {@link Refused} where they acted on another side before, also a moment ago elsewhere. */
    @Transactional
    public void acts(String matter, String person, Side side) {
        jdbc.sql(
                        """
                        insert into matter_hand (matter, person_id, side, acted_at) values (?, ?, ?, ?)
                        on conflict (matter, person_id) do nothing""")
                .params(matter, person, side.name(), Timestamp.from(clock.instant()))
                .update();
        of(matter).with(person, side);
    }

    /** Says which matter a process instance is about, once: asked for again, or about another one, it fails. */
    @Transactional
    public void carriesOn(String processInstance, String matter) {
        jdbc.sql("insert into matter_process (process_instance, matter) values (?, ?)")
                .params(processInstance, matter)
                .update();
    }

    /** The matter of a process instance: what it carries on, else itself. */
    public String matterOf(String processInstance) {
        return jdbc.sql("select matter from matter_process where process_instance = ?")
                .param(processInstance)
                .query(String.class)
                .optional()
                .orElse(processInstance);
    }

    /** Whether the person may have the task as far as its matter is concerned. */
    public boolean mayHave(String task, String person) {
        return refusal(task, person).isEmpty();
    }

    /** The persons who may not have the task, because they acted on another side. */
    public Set<String> barredFrom(String task) {
        return side(task)
                .map(opened -> of(opened.matter()).barred(opened.side()))
                .orElse(Set.of());
    }

    void opened(String task, String matter, Side side) {
        jdbc.sql("insert into matter_task (task_id, matter, side) values (?, ?, ?)")
                .params(task, matter, side.name())
                .update();
    }

    void hold(String task, String person) {
        refusal(task, person).ifPresent(why -> {
            throw new Refused(why);
        });
    }

    void done(String task, String person) {
        side(task).ifPresent(opened -> acts(opened.matter(), person, opened.side()));
    }

    private Optional<String> refusal(String task, String person) {
        return side(task).flatMap(opened -> of(opened.matter()).refusal(person, opened.side()));
    }

    private Optional<Opened> side(String task) {
        return jdbc.sql("select matter, side from matter_task where task_id = ?")
                .param(task)
                .query((row, n) -> new Opened(row.getString("matter"), Side.valueOf(row.getString("side"))))
                .optional();
    }

    /** An open task's matter and side. */
    private record Opened(String matter, Side side) {}
}
