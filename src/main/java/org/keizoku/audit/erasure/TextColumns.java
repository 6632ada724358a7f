package org.keizoku.audit.erasure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every column of every table in which a text can stand, as the database itself knows them: a room that comes later is not forgotten. */
final class TextColumns {

    /**
     * Encrypted contacts go by their person, keys and seals are no texts, and blocks forget by themselves (docs/adr/0022). Sorted by table.
     */
    private static final String ALL =
            """
            select t.relname as name, a.attname as attribute, format_type(a.atttypid, null) as type,
                case when a.atttypid = 'varchar'::regtype and a.atttypmod > 4 then a.atttypmod - 4 else 0 end as longest,
                a.attgenerated <> '' or exists (
                    select 1 from pg_constraint c where c.conrelid = t.oid and a.attnum = any(c.conkey)
                        and (c.contype in ('p', 'u', 'f') or c.contype = 'c' and a.atttypid <> 'bytea'::regtype))
                    or exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisunique and a.attnum = any(i.indkey)) as key
            from pg_class t join pg_attribute a on a.attrelid = t.oid
            where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace and a.attnum > 0 and not a.attisdropped
                and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'json'::regtype, 'jsonb'::regtype,
                    'text[]'::regtype, 'bytea'::regtype)
                and not (a.atttypid = 'bytea'::regtype
                    and t.relname in ('contact', 'outside_contact', 'ledger_entry', 'ledger_facts', 'ledger_key', 'ledger_seal'))
            order by 1, a.attnum""";

    private TextColumns() {}

    /** By table. */
    static Map<String, List<TextColumn>> of(Connection connection) throws SQLException {
        Map<String, List<TextColumn>> columns = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString("name"), table -> new ArrayList<>())
                        .add(new TextColumn(
                                rows.getString("attribute"),
                                rows.getString("type"),
                                rows.getInt("longest"),
                                rows.getBoolean("key")));
            }
        }
        return columns;
    }

    /**
     * One column.
     *
     * @param longest how many characters it takes; 0 for any number
     * @param key whether rows are told apart, joined or checked by it, so that it cannot be written over
     */
    record TextColumn(String name, String type, int longest, boolean key) {

        boolean isBytes() {
            return type.equals("bytea");
        }
    }
}
