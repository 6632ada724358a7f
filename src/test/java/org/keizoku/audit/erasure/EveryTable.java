package org.keizoku.audit.erasure;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value in every column of every table that holds text, as any door there is or will be might have written it. It knows the database's
 * tables by another way than what is tested.
 */
final class EveryTable {

    private static final List<String> TABLES_OF_ITS_OWN = List.of(
            "flyway_schema_history",
            "ledger_entry",
            "ledger_facts",
            "ledger_seal",
            "ledger_key",
            "ledger_block",
            "act_ge_property",
            "act_ge_schema_log");

    private final Connection owner;

    EveryTable(Connection owner) {
        this.owner = owner;
    }

    /** One row each, without the database's own rules on rows; says how many columns have the value now. */
    int fill(String value) throws SQLException {
        int filled = 0;
        for (var table : columns().entrySet()) {
            if (!TABLES_OF_ITS_OWN.contains(table.getKey()) && !table.getKey().startsWith("act_re_")) {
                lift(table.getKey());
                filled += fill(table.getKey(), table.getValue(), value);
            }
        }
        return filled;
    }

    /** Where one of the values can be read, as table.column; with (2) behind it for the second of them. */
    List<String> with(String... values) throws SQLException {
        List<String> with = new ArrayList<>();
        for (var table : columns().entrySet()) {
            try (var statement = owner.createStatement();
                    var rows = statement.executeQuery("select * from " + table.getKey())) {
                while (rows.next()) {
                    for (int n = 1; n <= rows.getMetaData().getColumnCount(); n++) {
                        String read = read(rows, n);
                        for (int value = 0; value < values.length; value++) {
                            if (read.contains(values[value])) {
                                with.add("%s.%s%s"
                                        .formatted(
                                                table.getKey(),
                                                rows.getMetaData().getColumnName(n),
                                                value == 0 ? "" : " (%d)".formatted(value + 1)));
                            }
                        }
                    }
                }
            }
        }
        return with;
    }

    private static String read(ResultSet rows, int column) throws SQLException {
        if (rows.getMetaData().getColumnTypeName(column).equals("bytea")) {
            byte[] bytes = rows.getBytes(column);
            return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        }
        String text = rows.getString(column);
        return text == null ? "" : text;
    }

    private Map<String, List<String[]>> columns() throws SQLException {
        Map<String, List<String[]>> columns = new LinkedHashMap<>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        """
                        select c.table_name, column_name, data_type, is_generated, is_identity,
                            exists (select 1 from information_schema.key_column_usage k
                                where k.table_name = c.table_name and k.column_name = c.column_name) as key,
                            is_nullable
                        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1, ordinal_position""")) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(new String[] {
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4).equals("ALWAYS")
                                            || rows.getString(5).equals("YES")
                                    ? "own"
                                    : "",
                            rows.getBoolean(6) ? "key" : "",
                            rows.getString(7)
                        });
            }
        }
        return columns;
    }

    /** Rules that join tables or list values would keep most rows out. */
    private void lift(String table) throws SQLException {
        List<String> rules = new ArrayList<>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select conname from pg_constraint where contype in ('f', 'c') and conrelid = '%s'::regclass"
                                .formatted(table))) {
            while (rows.next()) {
                rules.add(rows.getString(1));
            }
        }
        try (var statement = owner.createStatement()) {
            for (String rule : rules) {
                statement.execute("alter table %s drop constraint \"%s\"".formatted(table, rule));
            }
        }
    }

    private int fill(String table, List<String[]> columns, String value) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        int filled = 0;
        for (String[] column : columns) {
            if (!column[2].isEmpty() || !column[3].isEmpty() && column[4].equals("YES")) {
                continue;
            }
            String written = written(column[1], column[3].isEmpty() ? value : "k");
            names.add(column[0]);
            values.add(written);
            filled += written.contains(value) ? 1 : 0;
        }
        try (var statement = owner.createStatement()) {
            statement.execute("insert into %s (%s) values (%s)"
                    .formatted(table, String.join(", ", names), String.join(", ", values)));
        }
        return filled;
    }

    private static String written(String type, String text) {
        return switch (type) {
            case "text", "character varying", "character" -> "'%s'".formatted(text);
            case "json", "jsonb" -> "'{\"a\": [\"%s\"]}'".formatted(text);
            case "bytea" -> "convert_to('%s', 'UTF8')".formatted(text);
            case "ARRAY" -> "'{}'";
            case "boolean" -> "true";
            case "interval" -> "interval '1 hour'";
            case "date" -> "date '2026-01-05'";
            case "bigint", "integer", "smallint", "numeric", "double precision" -> "1";
            default -> type.startsWith("timestamp") ? "'2026-01-05'" : fails(type);
        };
    }

    private static String fails(String type) {
        throw new AssertionError("no value of type " + type);
    }
}
