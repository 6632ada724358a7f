package org.keizoku.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.keizoku.TestDatabase;
import org.keizoku.local.EmbeddedDatabase;

/** Entries that were recorded before there were seals. */
class LedgerMigrationTest {

    @Test
    void older_entries_keep_their_values_apart_and_bear_their_salted_hash() throws SQLException {
        var database = TestDatabase.empty();
        database.migrations().target("40").load().migrate();
        try (var owner = DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, database.password());
                var statement = owner.createStatement()) {
            for (String facts : new String[] {"{\"理由\": \"余震\",\"案\":1}", "{}"}) {
                statement.execute(
                        """
                        insert into ledger_entry (at, actor, kind, told, facts, recorded_at)
                        values (now(), 'joho1', 'decision', '判断', '%s', now())"""
                                .formatted(facts));
            }
            database.migrations().load().migrate();

            try (var rows = statement.executeQuery(
                    """
                    select string_agg(facts::text, '/' order by id), count(distinct salt), min(length(salt)),
                        bool_and(facts_hash = sha256(salt || convert_to(facts::text, 'UTF8')))
                    from ledger_entry join ledger_facts on entry_id = id""")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("{\"理由\": \"余震\",\"案\":1}/{}");
                assertThat(rows.getInt(2)).isEqualTo(2);
                assertThat(rows.getInt(3)).isEqualTo(16);
                assertThat(rows.getBoolean(4)).isTrue();
            }
        }
    }
}
