package org.keizoku.audit.replay;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keizoku.audit.replay.Change.Noted;
import org.keizoku.audit.replay.Change.Value;
import org.keizoku.audit.replay.Change.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the variables of runs held, from the engine's own tables: the query of its API reads each serialised value by itself, and a called
 * process gets a copy of every variable, so that a night of ten thousand entries has many more values.
 */
@Repository
class VariableUpdates {

    /** What the engine counts with where a step runs for several; it says nothing to an auditor. */
    private static final String[] ENGINES_OWN = {
        "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter"
    };

    private final JdbcClient jdbc;

    VariableUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One value that a variable got.
     *
     * @param revision counts the values of the variable, from 1
     * @param scope the id of the visit in which the variable lives, or of its run
     */
    record Update(
            Instant at,
            String definition,
            String run,
            String scope,
            String id,
            String name,
            Object value,
            int revision) {

        Noted noted(Discretion discretion, boolean typed) {
            return new Noted(
                    at, new Variable(id, run, scope, name), new Value(discretion.shown(value, typed), revision));
        }
    }

    /** Those of these runs, in the order in which they happened. */
    List<Update> of(List<Run> runs) {
        Map<String, Integer> revisions = new HashMap<>();
        return jdbc
                .sql(
                        """
                        select d.time_, d.sequence_counter_, d.proc_def_id_, d.proc_inst_id_, d.var_inst_id_, d.name_, d.var_type_,
                            d.text_, d.long_, d.double_, b.bytes_, coalesce(v.act_inst_id_, d.proc_inst_id_) as scope
                        from act_hi_detail d
                            left join act_ge_bytearray b on b.id_ = d.bytearray_id_
                            left join act_hi_varinst v on v.id_ = d.var_inst_id_
                        where d.type_ = 'VariableUpdate' and d.proc_inst_id_ = any(?) and d.name_ <> all(?)
                            and d.task_id_ is null -- what belongs to a task alone is a copy for its form""")
                .param(runs.stream().map(Run::id).toArray(String[]::new))
                .param(ENGINES_OWN)
                .query((row, n) -> new Row(row.getLong("sequence_counter_"), update(row)))
                .list()
                .stream()
                // Here and not there: the database would sort the serialised values with them.
                .sorted(Comparator.comparing((Row row) -> row.update().at()).thenComparing(Row::sequence))
                .map(row -> counted(row.update(), revisions))
                .toList();
    }

    private record Row(long sequence, Update update) {}

    private static Update update(ResultSet row) throws SQLException {
        return new Update(
                row.getTimestamp("time_").toInstant(),
                row.getString("proc_def_id_"),
                row.getString("proc_inst_id_"),
                row.getString("scope"),
                row.getString("var_inst_id_"),
                row.getString("name_"),
                value(row),
                0);
    }

    private static Update counted(Update update, Map<String, Integer> revisions) {
        int revision = revisions.merge(update.id(), 1, Integer::sum);
        return new Update(
                update.at(),
                update.definition(),
                update.run(),
                update.scope(),
                update.id(),
                update.name(),
                update.value(),
                revision);
    }

    /** As the engine keeps each type; a variable of any type may hold nothing. */
    private static Object value(ResultSet row) throws SQLException {
        Long whole = row.getObject("long_", Long.class);
        byte[] serialized = row.getBytes("bytes_");
        return switch (row.getString("var_type_")) {
            case "boolean" -> whole == null ? null : whole == 1;
            case "date" -> whole == null ? null : new Date(whole);
            case "short", "integer", "long" -> whole;
            case "double" -> row.getObject("double_", Double.class);
            case "string" -> row.getString("text_");
            default -> serialized == null ? null : new String(serialized, StandardCharsets.UTF_8);
        };
    }
}
