package org.keizoku.audit.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.audit.seal.SealersOnTrial;
import org.keizoku.audit.verify.AuditCommandRun;
import org.keizoku.local.EmbeddedDatabase;

/** The command as an officer runs it, one step after the other on one ledger. */
class EraseCommandTest {

    private static final String VALUE = "山田の膝 090-0000";

    private final LedgerOnTrial ledger = new LedgerOnTrial();

    @TempDir
    Path folder;

    @Test
    void it_shows_first_and_erases_only_when_confirmed_and_only_as_the_owner_and_the_record_still_verifies()
            throws Exception {
        var sealers = new SealersOnTrial(ledger);
        ledger.tell("2026-001", "判断", Map.of("理由", VALUE));
        report("理由: " + VALUE);
        sealers.seal(1);
        String texts = Files.writeString(folder.resolve("texts"), "\ufeff" + VALUE + "\n\n")
                .toString();

        var looked = erase(EmbeddedDatabase.OWNER, "--texts", texts);
        assertThat(looked.said())
                .contains("headquarters_report(text): 1件", "ledger_facts: 1件", "まだ何も変えていません")
                .doesNotContain("山田");
        assertThat(looked.exit()).isZero();
        assertThat(with()).hasSize(2);

        String misspelled = Files.writeString(folder.resolve("misspelled"), VALUE + "\n\n  山本の膝\n")
                .toString();
        var nowhere = erase(EmbeddedDatabase.OWNER, "--texts", misspelled, "--confirm");
        assertThat(nowhere.said()).contains("--texts の3行目の語はどこにもない").doesNotContain("山田", "山本");
        assertThat(nowhere.exit()).isEqualTo(1);
        assertThat(with()).hasSize(2);

        var application = erase(EmbeddedDatabase.APPLICATION, "--texts", texts, "--confirm");
        assertThat(application.said()).contains("データベースが拒みました");
        assertThat(application.exit()).isEqualTo(2);
        assertThat(with()).hasSize(2);

        var erased = erase(EmbeddedDatabase.OWNER, "--texts", texts, "--confirm");
        assertThat(erased.said()).contains("消去した").doesNotContain("山田");
        assertThat(erased.exit()).isZero();
        assertThat(with()).isEmpty();

        sealers.seal(1);
        var verified = audit(EmbeddedDatabase.APPLICATION, "verify");
        assertThat(verified.said()).contains("異常なし");

        assertThat(ledger.count("ledger_entry where kind = 'erased-on-request'"))
                .isEqualTo(1);
    }

    private void report(String text) throws SQLException {
        try (var owner = ledger.owner();
                var statement = owner.createStatement()) {
            statement.execute(
                    """
                    insert into plan_version (plan_id, version, sha256, yaml, kept_at, approved_by, capacity, approved_at)
                        values ('city', '1', 'x', 'name: 見本市', '2026-01-01', 'system', '起動時', '2026-01-01');
                    insert into activation (number, event_type, facts, occurred_at, opened_at, opened_by, state, closed_at, plan_id,
                            plan_version)
                        values ('2026-001', 'earthquake', '{}', '2026-01-04', '2026-01-04', 'joho1', 'CLOSED', '2026-01-05', 'city', 1);
                    insert into headquarters_report (activation_number, number, text, drafted_at)
                        values ('2026-001', 1, '%s', '2026-01-05')"""
                            .formatted(text));
        }
    }

    private List<String> with() throws SQLException {
        try (var owner = ledger.owner()) {
            return new EveryTable(owner).with(VALUE);
        }
    }

    private AuditCommandRun erase(String role, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("erase", "--by", "unyo", "--reason", "本人の求め"));
        all.addAll(List.of(arguments));
        return audit(role, all.toArray(String[]::new));
    }

    private AuditCommandRun audit(String role, String... arguments) throws IOException, InterruptedException {
        var database = ledger.database();
        return AuditCommandRun.of(database.url(), role, database.password(), arguments);
    }
}
