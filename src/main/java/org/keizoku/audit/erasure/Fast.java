package org.keizoku.audit.erasure;

import java.util.Map;
import java.util.Set;
import org.keizoku.audit.erasure.TextColumns.TextColumn;

/** What stands fast: words of the ledger that are hashed and hold no values, plans as they were in force, models, what was migrated. */
final class Fast {

    private static final Map<String, Set<String>> COLUMNS = Map.of(
            "plan_version", Set.of("plan_id", "version", "yaml", "changes", "diff"),
            "ledger_entry", Set.of("activation_number", "actor", "capacity", "kind", "told", "origin"),
            "ledger_seal", Set.of("key_id"),
            "ledger_key", Set.of("key_id"));

    private static final Set<String> TABLES = Set.of("flyway_schema_history", "act_ge_property", "act_ge_schema_log");
    private static final String MODELS = "act_re_";

    private Fast() {}

    /** What rows are told apart, joined or checked by stands fast as well. */
    static boolean is(String table, TextColumn column) {
        return column.key()
                || TABLES.contains(table)
                || table.startsWith(MODELS)
                || COLUMNS.getOrDefault(table, Set.of()).contains(column.name());
    }
}
