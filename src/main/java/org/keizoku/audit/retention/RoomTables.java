package org.keizoku.audit.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rooms keep of activations: every table that has an activation's number, and those that hang on one of them by a foreign key, as
 * the database itself knows them. So a room that comes later is not forgotten.
 */
public final class RoomTables {

    private static final String NUMBER = "activation_number";
    private static final String ROOT = "activation";

    /** The ledger goes by its seals. */
    private static final String NUMBERED =
            """
            select table_name from information_schema.columns
            where table_schema = current_schema() and column_name = 'activation_number' and table_name not like 'ledger%'
                and table_name in (select relname from pg_class where relkind = 'r')""";

    private static final String REFERENCES =
            """
            select child.relname, parent.relname, string_agg(quote_ident(own.attname), ', ' order by n),
                string_agg(quote_ident(other.attname), ', ' order by n)
            from pg_constraint c join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid
                cross join generate_subscripts(c.conkey, 1) n
                join pg_attribute own on own.attrelid = child.oid and own.attnum = c.conkey[n]
                join pg_attribute other on other.attrelid = parent.oid and other.attnum = c.confkey[n]
            where c.contype = 'f' and child.oid <> parent.oid and child.relnamespace = current_schema()::regnamespace
                and child.relname not like 'act\\_%'
            group by c.oid, child.relname, parent.relname order by 1, 2""";

    private final Connection connection;
    private final Set<String> numbered = new LinkedHashSet<>();
    private final List<Reference> references = new ArrayList<>();

    public RoomTables(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            var tables = statement.executeQuery(NUMBERED);
            while (tables.next()) {
                numbered.add(tables.getString(1));
            }
            var keys = statement.executeQuery(REFERENCES);
            while (keys.next()) {
                references.add(
                        new Reference(keys.getString(1), keys.getString(2), keys.getString(3), keys.getString(4)));
            }
        }
    }

    /** Deletes what belongs to the activations whose numbers the query gives, rows that hang on others first. */
    void remove(String numbers) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String table : inOrder()) {
                statement.executeUpdate("delete from %s where %s".formatted(table, condition(table, numbers)));
            }
        }
    }

    /** Each after all that hang on it. */
    private List<String> inOrder() {
        Set<String> left = new LinkedHashSet<>(numbered);
        left.add(ROOT);
        while (references.stream().anyMatch(one -> left.contains(one.parent()) && left.add(one.child()))) {
            // Until nothing more hangs on what is there.
        }
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            String free = left.stream()
                    .filter(table -> references.stream()
                            .noneMatch(one -> one.parent().equals(table) && left.contains(one.child())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables hang on each other: " + left));
            left.remove(free);
            order.add(free);
        }
        return order;
    }

    /** What picks the table's rows that belong to the activations whose numbers the query gives; empty where none can. */
    public Optional<String> belonging(String table, String numbers) {
        return isOurs(table) ? Optional.of(condition(table, numbers)) : Optional.empty();
    }

    private String condition(String table, String numbers) {
        if (table.equals(ROOT)) {
            return "number in (%s)".formatted(numbers);
        }
        if (numbered.contains(table)) {
            return "%s in (%s)".formatted(NUMBER, numbers);
        }
        return references.stream()
                .filter(one -> one.child().equals(table) && isOurs(one.parent()))
                .map(one -> "(%s) in (select %s from %s where %s)"
                        .formatted(one.own(), one.other(), one.parent(), condition(one.parent(), numbers)))
                .collect(Collectors.joining(" or "));
    }

    /** Whether the table belongs to activations, by itself or by what it hangs on. */
    private boolean isOurs(String table) {
        return table.equals(ROOT)
                || numbered.contains(table)
                || references.stream().anyMatch(one -> one.child().equals(table) && isOurs(one.parent()));
    }

    /** A foreign key with its columns on both sides. */
    private record Reference(String child, String parent, String own, String other) {}
}
