package org.keizoku.audit.verify;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keizoku.audit.seal.Hash;
import org.keizoku.audit.seal.Head;
import org.keizoku.platform.JapanTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit verify}: exit code 0 where the ledger is sound, 1 where something is broken, 2 where it could not be looked at. */
@Command(name = "verify", description = "記録台帳・封印・エンジンの履歴を検証する", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerDatabase database;

    @Option(names = "--activation", paramLabel = "NUMBER", description = "この発動だけを検証する")
    private String activation;

    @Option(names = "--key", paramLabel = "ID", description = "信頼する鍵ID(複数可)。最新の封印がその署名であること")
    private List<String> keys = List.of();

    @Option(names = "--head", paramLabel = "NO=HASH", description = "外部に控えた封印の番号とハッシュ(複数可)。その封印が今もあること")
    private Map<Long, String> heads = new HashMap<>();

    @Option(
            names = "--sealed-within",
            paramLabel = "DURATION",
            defaultValue = "PT10M",
            description = "封印されていなくてよい時間(既定 PT10M)")
    private Duration sealedWithin;

    @Override
    public Integer call() {
        try (var connection = database.connect()) {
            var result = new Verification(connection, terms(connection)).run();
            tell(result, spec.commandLine().getOut());
            return result.isSound() ? 0 : 1;
        } catch (SQLException unreadable) {
            spec.commandLine().getErr().println("データベースを読めません: " + unreadable.getMessage());
            return 2;
        }
    }

    private Terms terms(Connection connection) throws SQLException {
        return new Terms(
                Optional.ofNullable(activation),
                new HashSet<>(keys),
                heads,
                sealedWithin,
                LedgerDatabase.now(connection),
                () -> false);
    }

    private void tell(Result result, PrintWriter out) {
        result.findings().forEach(out::println);
        out.println("封印 %d件、記録 %d件(うち未封印 %d件)を検証".formatted(result.seals(), result.entries(), result.unsealed()));
        result.newest().ifPresent(head -> tell(head, out));
        if (result.isSound()) {
            out.println("異常なし");
        } else if (result.whole()) {
            out.println("異常 %d件".formatted(result.findings().size()));
        } else {
            out.println("異常 %d件以上。検証を打ち切った".formatted(result.findings().size()));
        }
    }

    private void tell(Head newest, PrintWriter out) {
        out.println("最新の封印 %d(%s): ハッシュ %s、鍵ID %s"
                .formatted(newest.no(), JapanTime.exact(newest.sealedAt()), Hash.hex(newest.hash()), newest.keyId()));
        if (keys.isEmpty()) {
            out.println("鍵は照合していない。控えた鍵IDを --key で指定すること");
        }
    }
}
