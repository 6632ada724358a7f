package org.keizoku.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.keizoku.audit.verify.AuditCommandRun;
import org.keizoku.local.EmbeddedDatabase;

/** The command as the owner of the database runs it, one step after the other on one ledger. */
class RemoveCommandTest {

    @Test
    void only_the_owner_removes_only_what_is_old_enough_and_only_once_and_the_record_still_verifies() throws Exception {
        var old = new OldLedger();

        var application = remove(old, EmbeddedDatabase.APPLICATION, "2015-01-01");
        assertThat(application.said()).contains("データベースが拒みました");
        assertThat(application.exit()).isEqualTo(2);

        var tooEarly = remove(old, EmbeddedDatabase.OWNER, "2026-01-01");
        assertThat(tooEarly.said()).contains("保存期間(3650日)が過ぎていません。--before は 20");
        assertThat(tooEarly.exit()).isEqualTo(1);
        assertThat(old.ledger.count("ledger_entry")).isEqualTo(16);

        var removed = remove(old, EmbeddedDatabase.OWNER, "2015-01-01");
        assertThat(removed.said()).contains("残す: 発動 2014-003", "封印 3(記録 7)まで、7件を削除した");
        assertThat(removed.exit()).isZero();

        old.sealers.seal(1);
        var verified = audit(old, EmbeddedDatabase.APPLICATION, "verify");
        assertThat(verified.said()).contains("封印 7件、記録 10件(うち未封印 0件)を検証", "異常なし");
        assertThat(verified.exit()).isZero();

        var again = remove(old, EmbeddedDatabase.OWNER, "2015-01-01");
        assertThat(again.said()).contains("削除できる記録はありません");
        assertThat(again.exit()).isEqualTo(1);
    }

    private static AuditCommandRun remove(OldLedger old, String role, String before)
            throws IOException, InterruptedException {
        return audit(old, role, "remove", "--before", before, "--by", "unyo", "--reason", "保存期間の満了");
    }

    private static AuditCommandRun audit(OldLedger old, String role, String... arguments)
            throws IOException, InterruptedException {
        var database = old.ledger.database();
        return AuditCommandRun.of(database.url(), role, database.password(), arguments);
    }
}
