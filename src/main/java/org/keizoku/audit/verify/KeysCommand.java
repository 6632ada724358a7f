package org.keizoku.audit.verify;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.keizoku.audit.seal.VerifyingKey;
import org.keizoku.platform.JapanTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code audit keys}: prints the public keys that signed, to be kept elsewhere; exit code 2 where the database cannot be read. */
@Command(name = "keys", description = "署名に使った公開鍵を印刷する", mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerDatabase database;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (var connection = database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select public_key, since from ledger_key order by since")) {
            while (rows.next()) {
                var key = new VerifyingKey(rows.getBytes("public_key"));
                out.println("鍵ID %s(%s から)"
                        .formatted(
                                key.id(),
                                JapanTime.exact(rows.getTimestamp("since").toInstant())));
                out.println(key.pem());
            }
            return 0;
        } catch (SQLException unreadable) {
            spec.commandLine().getErr().println("データベースを読めません: " + unreadable.getMessage());
            return 2;
        }
    }
}
