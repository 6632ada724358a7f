package org.keizoku.audit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keizoku.audit.LedgerOnTrial;

/** What the application does while an erasure goes on, and after it. */
class AftermathTest {

    private static final String VALUE = "山田の膝 090-0000";

    private final LedgerOnTrial ledger = new LedgerOnTrial();
    private final StringWriter said = new StringWriter();

    @Test
    void what_was_written_while_the_erasure_went_on_is_told_and_pieces_of_what_is_gone_are_forgotten()
            throws SQLException {
        ledger.tell(null, "判断", Map.of("理由", VALUE));
        try (var owner = owner()) {
            var erasure = looked(owner);
            ledger.tell(null, "判断", Map.of("理由", VALUE));
            execute(
                    "insert into ledger_block (from_id, to_id, first_at, last_at, grams)"
                            + " values (1, 128, '2026-01-04', '2026-01-05', '{1}'), (129, 256, '2026-01-04', '2026-01-05', '{1}')");
            assertThat(erasure.carryOut(LedgerOnTrial.NIGHT)).isTrue();
            owner.commit();
            assertThat(ledger.count("ledger_block where grams is not null")).isEqualTo(2);

            assertThat(clean(owner, erasure)).isFalse();
        }
        assertThat(said.toString())
                .isEqualToIgnoringNewLines("消去の間に、同じ語が1件の行に新たに書かれた(ledger_facts)。語を --texts に書いてもう一度消去すること");
        assertThat(ledger.count("ledger_block where grams is null and from_id = 1"))
                .isEqualTo(1);
        assertThat(ledger.count("ledger_block where grams is not null and from_id = 129"))
                .isEqualTo(1);
    }

    @Test
    void nothing_is_said_where_nothing_is_left_to_be_done() throws SQLException {
        ledger.tell(null, "判断", Map.of("理由", VALUE));
        try (var owner = owner()) {
            var erasure = looked(owner);
            erasure.carryOut(LedgerOnTrial.NIGHT);
            owner.commit();

            assertThat(clean(owner, erasure)).isTrue();
        }
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void what_fails_afterwards_is_no_failure_of_the_erasure_and_the_rest_is_done() throws SQLException {
        ledger.tell(null, "判断", Map.of("理由", VALUE));
        try (var owner = owner()) {
            var erasure = looked(owner);
            erasure.carryOut(LedgerOnTrial.NIGHT);
            owner.commit();
            execute("alter table outside_contact rename to outside_contact_moved");

            assertThat(clean(owner, erasure)).isFalse();
        }
        assertThat(said.toString())
                .contains("消去は済んだが", "確かめられなかった", "vacuum (analyze) を実行すること")
                .doesNotContain("grams", "山田");
    }

    private boolean clean(Connection owner, Erasure erasure) {
        return new Aftermath(owner, erasure, new PrintWriter(said, true)).isClean();
    }

    /** As the command connects: one state of the database. */
    private Connection owner() throws SQLException {
        var owner = ledger.owner();
        owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        owner.setAutoCommit(false);
        return owner;
    }

    private static Erasure looked(Connection owner) throws SQLException {
        return new Erasure(
                owner,
                new Demand(
                        List.of(VALUE), List.of(), Optional.empty(), List.of(), List.of(), List.of(), "unyo", "本人の求め"));
    }

    private void execute(String sql) throws SQLException {
        try (var owner = ledger.owner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
