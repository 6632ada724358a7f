package org.keizoku.audit.erasure;

import java.util.Map;
import java.util.Set;
import org.keizoku.audit.erasure.TextColumns.TextColumn;

/** What stands fast: words of the ledger that are hashed and hold no values, and plans as they were in force. */
final class Fast {

    private static final Map<String, Set<String>> COLUMNS = Map.of(
            "plan_version", Set.of("plan_id", "version", "yaml", "changes", "diff"),
            "ledger_entry", Set.of("activation_number", "actor", "capacity", "kind", "told", "origin"),
            "ledger_seal", Set.of("key_id"),
            "ledger_key", Set.of("key_id"));

    private Fast() {}

    /** What rows are told apart, joined or checked by stands fast as well. */
    static boolean is(String table, TextColumn column) {
        return column.key() || COLUMNS.getOrDefault(table, Set.of()).contains(column.name());
    }
}
