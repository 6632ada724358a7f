package org.keizoku.audit.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The entries that a demand names or that bear what a person typed, and the words that were typed there.
 *
 * @param kept how many words are not looked for elsewhere: codes, labels, words of plan and models, and what is too short
 */
record Chosen(Set<Long> entries, Set<String> words, int kept) {

    private static final String FACTS =
            "select entry_id, kind, facts, entry_id = any(?) as named from ledger_facts join ledger_entry on id = entry_id"
                    + " where entry_id = any(?) or actor = ? order by entry_id";

    static Chosen of(Connection connection, Demand demand) throws SQLException {
        Set<Long> entries = new LinkedHashSet<>();
        var fields = new TypedFields(connection);
        var all = new TypedWords(fields);
        try (var statement = connection.prepareStatement(FACTS)) {
            var ids = connection.createArrayOf("bigint", demand.entries().toArray());
            statement.setArray(1, ids);
            statement.setArray(2, ids);
            statement.setString(3, demand.typedBy().orElse(null));
            var row = statement.executeQuery();
            while (row.next()) {
                var typed = new TypedWords(fields);
                typed.addOf(row.getString("kind"), row.getString("facts"));
                if (row.getBoolean("named") || !typed.words().isEmpty()) {
                    entries.add(row.getLong("entry_id"));
                    all.addAll(typed);
                }
            }
        }
        Set<String> words = new LinkedHashSet<>(all.words());
        Set<String> fast = fast(connection, words);
        words.removeAll(fast);
        return new Chosen(entries, words, all.kept() + fast.size());
    }

    /** Those that stand in the plan, in models or in what the ledger tells: nobody's own words. */
    private static Set<String> fast(Connection connection, Set<String> words) throws SQLException {
        return new Traces(connection, new ErasedTexts(words))
                .fast().stream().flatMap(standing -> standing.texts().stream()).collect(Collectors.toSet());
    }
}
