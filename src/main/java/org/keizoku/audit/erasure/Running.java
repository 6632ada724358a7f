package org.keizoku.audit.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keizoku.audit.retention.RoomTables;

/** Which activations and procedures that still run have one of the rows: what they need nobody takes from under them. */
final class Running {

    private static final String OPEN =
            "select number from activation a where state = 'OPEN' and exists (select 1 from %s where ctid = any(?::tid[]) and (%s))";

    private static final String UNENDED =
            """
            select coalesce(p.business_key_, p.proc_def_key_ || ' ' || p.id_) from %1$s t join act_hi_procinst p on p.id_ = coalesce(%2$s)
            where t.ctid = any(?::tid[]) and p.end_time_ is null""";

    private static final String HELD =
            """
            select coalesce(p.business_key_, p.proc_def_key_ || ' ' || p.id_) from act_ge_bytearray t
                join act_ru_variable v on v.bytearray_id_ = t.id_ join act_hi_procinst p on p.id_ = v.proc_inst_id_
            where t.ctid = any(?::tid[])""";

    /** As the engine names the run that a row belongs to, the whole run before its part. */
    private static final String RUN =
            """
            select string_agg('t.' || column_name, ', ' order by column_name = 'root_proc_inst_id_' desc)
            from information_schema.columns where table_schema = current_schema() and table_name = ?
                and column_name in ('root_proc_inst_id_', 'proc_inst_id_', 'process_instance_id_')""";

    private final Connection connection;
    private final RoomTables rooms;

    Running(Connection connection) throws SQLException {
        this.connection = connection;
        this.rooms = new RoomTables(connection);
    }

    /** Their numbers; in order, each once. */
    Set<String> among(List<Trace> traces) throws SQLException {
        Set<String> running = new TreeSet<>();
        Map<String, List<String>> rows = traces.stream()
                .collect(Collectors.groupingBy(Trace::table, Collectors.mapping(Trace::row, Collectors.toList())));
        for (var table : rows.entrySet()) {
            String[] of = table.getValue().toArray(String[]::new);
            if (table.getKey().startsWith("act_")) {
                running.addAll(inEngine(table.getKey(), of));
            } else {
                Optional<String> belonging = rooms.belonging(table.getKey(), "select a.number");
                if (belonging.isPresent()) {
                    running.addAll(names(OPEN.formatted(table.getKey(), belonging.get()), of));
                }
            }
        }
        return running;
    }

    /** The open ones among the activations of these entries. */
    Set<String> ofEntries(List<Long> entries) throws SQLException {
        return names(
                "select number from activation where state = 'OPEN' and number in (select activation_number from ledger_entry"
                        + " where id = any(?::bigint[]))",
                entries.stream().map(String::valueOf).toArray(String[]::new));
    }

    /** The open ones that told these persons anything, who may be told more. */
    Set<String> telling(List<String> persons) throws SQLException {
        return names(
                "select number from activation where state = 'OPEN' and number in (select activation_number from notice"
                        + " where person_id = any(?))",
                persons.toArray(String[]::new));
    }

    /** The open ones that ask these vendors for help. */
    Set<String> asking(List<String> vendors) throws SQLException {
        return names(
                "select number from activation where state = 'OPEN' and number in (select activation_number from vendor_request"
                        + " where vendor_id = any(?))",
                vendors.toArray(String[]::new));
    }

    private Set<String> inEngine(String table, String... rows) throws SQLException {
        Set<String> running = new TreeSet<>();
        if (table.equals(Traces.MODELS)) {
            running.addAll(names(HELD, rows));
        }
        Optional<String> run = run(table);
        if (run.isPresent()) {
            running.addAll(names(UNENDED.formatted(table, run.get()), rows));
        }
        if (running.isEmpty() && table.startsWith("act_ru_")) {
            running.add(table);
        }
        return running;
    }

    private Optional<String> run(String table) throws SQLException {
        try (var statement = connection.prepareStatement(RUN)) {
            statement.setString(1, table);
            var row = statement.executeQuery();
            row.next();
            return Optional.ofNullable(row.getString(1));
        }
    }

    private Set<String> names(String sql, String... values) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", values));
            var rows = statement.executeQuery();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
