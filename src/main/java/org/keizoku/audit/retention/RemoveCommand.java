package org.keizoku.audit.retention;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.keizoku.Keizoku;
import org.keizoku.audit.verify.LedgerDatabase;
import org.keizoku.audit.verify.Retention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit remove}: exit code 0 where it was removed, 1 where nothing was, with the reason, 2 where the database refused. */
@Command(name = "remove", description = "保存期間が過ぎた記録を、封印ごとに削除する(データベースの所有者のみ)", mixinStandardHelpOptions = true)
public final class RemoveCommand implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of(Keizoku.ZONE);

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerDatabase database;

    @Option(names = "--before", required = true, paramLabel = "DATE", description = "この日(日本時間の0時)より前に終わったものを削除する")
    private LocalDate before;

    @Option(names = "--by", required = true, paramLabel = "PERSON", description = "削除する者の職員ID。記録台帳に残る")
    private String by;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "理由。記録台帳に残る")
    private String reason;

    @Override
    public Integer call() {
        try (var connection = database.connectToChange()) {
            int exit = remove(connection, LedgerDatabase.now(connection));
            if (exit == 0) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return exit;
        } catch (SQLException refused) {
            spec.commandLine().getErr().println("データベースが拒みました: " + refused.getMessage());
            return 2;
        }
    }

    private int remove(Connection connection, Instant now) throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        Instant limit = before.atStartOfDay(ZONE).toInstant();
        var retention = Retention.of(connection, now);
        var end = retention.endFor(now);
        if (limit.isAfter(end)) {
            out.println(
                    "保存期間(%s)が過ぎていません。--before は %s まで".formatted(retention.told(), LocalDate.ofInstant(end, ZONE)));
            return 1;
        }
        var removal = new Removal(connection, now);
        if (!isSound(removal, "検証に異常があるため、何も削除しません", out)) {
            return 1;
        }
        var period = new ExpiredPeriod(connection, limit).find();
        period.kept().forEach(why -> out.println("残す: " + why));
        if (period.isEmpty()) {
            out.println("削除できる記録はありません");
            return 1;
        }
        long removed = removal.remove(period, by, reason);
        if (!isSound(removal, "削除すると検証に異常が出るため、取り消しました", out)) {
            return 1;
        }
        out.println("封印 %d(記録 %d)まで、%d件を削除した。封印の署名は残る".formatted(period.lastSeal(), period.lastEntry(), removed));
        return 0;
    }

    private static boolean isSound(Removal removal, String otherwise, PrintWriter out) throws SQLException {
        var findings = removal.unsound();
        findings.forEach(out::println);
        if (!findings.isEmpty()) {
            out.println(otherwise);
        }
        return findings.isEmpty();
    }
}
