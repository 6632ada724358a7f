package org.keizoku.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.audit.seal.Hash;
import org.keizoku.audit.seal.Seal;
import org.keizoku.audit.seal.SealersOnTrial;
import org.keizoku.local.EmbeddedDatabase;

/** The command as an auditor runs it: in a JVM of its own, with the right to read and the password in the environment. */
class AuditCommandTest {

    private static LedgerOnTrial ledger;

    @BeforeAll
    static void one_night() {
        ledger = new LedgerOnTrial();
        new SealersOnTrial(ledger).seal(1);
        ledger.tell("2026-001", "判断", Map.of("理由", "余震"));
        new SealersOnTrial(ledger).seal(1);
    }

    @Test
    void a_sound_ledger_ends_with_0_and_its_head() throws Exception {
        var ran = run(
                ledger.database().password(),
                "verify",
                "--key",
                SealersOnTrial.keyId(1),
                "--head",
                "2=" + newestHash());

        assertThat(ran.said()).contains("封印 2件、記録 2件(うち未封印 0件)を検証", "最新の封印 2(", "異常なし");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void a_tampered_one_ends_with_1_and_the_first_broken_entry_on_the_first_line() throws Exception {
        tamper("update ledger_entry set told = '承認' where id = 2");
        try {
            var ran = run(ledger.database().password(), "verify");

            assertThat(ran.said().lines().findFirst()).hasValue("記録 2: 内容が封印したときと違う(変更又は入れ替えられた)");
            assertThat(ran.said()).contains("鍵は照合していない", "異常 1件");
            assertThat(ran.exit()).isEqualTo(1);
        } finally {
            tamper("update ledger_entry set told = '判断' where id = 2");
        }
    }

    @Test
    void what_cannot_be_looked_at_ends_with_2() throws Exception {
        var ran = run("not-the-password", "verify");

        assertThat(ran.said()).contains("データベースを読めません");
        assertThat(ran.exit()).isEqualTo(2);
    }

    @Test
    void the_public_keys_are_printed_as_openssl_reads_them() throws Exception {
        var ran = run(ledger.database().password(), "keys");

        assertThat(ran.said())
                .contains("鍵ID " + SealersOnTrial.keyId(1), "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA");
        assertThat(ran.exit()).isZero();
    }

    private static String newestHash() {
        return ledger.jdbc()
                .sql("select * from ledger_seal where no = 2")
                .query((row, n) -> Hash.hex(Seal.read(row).head().hash()))
                .single();
    }

    private static void tamper(String sql) throws SQLException {
        try (var owner = ledger.owner();
                var statement = owner.createStatement()) {
            statement.execute("begin; set local keizoku.ledger_open = 'ledger_entry'; %s; commit".formatted(sql));
        }
    }

    private static AuditCommandRun run(String password, String... arguments) throws IOException, InterruptedException {
        return AuditCommandRun.of(ledger.database().url(), EmbeddedDatabase.APPLICATION, password, arguments);
    }
}
