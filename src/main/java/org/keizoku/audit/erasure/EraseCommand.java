package org.keizoku.audit.erasure;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.keizoku.audit.verify.Finding;
import org.keizoku.audit.verify.LedgerDatabase;
import org.keizoku.audit.verify.Terms;
import org.keizoku.audit.verify.Verification;
import org.postgresql.util.PSQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code audit erase}: exit code 0 where it was erased, or would be without {@code --confirm}; 1 where it is not, with the reasons, and where
 * something remains to be done after it; 2 where the database refused or the file of texts cannot be read. Values come from a file and are
 * never printed: neither the list of processes nor a log of the terminal is a place for them.
 */
@Command(
        name = "erase",
        description = "求めのあった値を全ての表から消去する(データベースの所有者のみ)。--confirm がなければ何も変えず、消えるものを示す",
        mixinStandardHelpOptions = true)
public final class EraseCommand implements Callable<Integer> {

    private static final int SHORTEST = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerDatabase database;

    @Option(names = "--texts", paramLabel = "FILE", description = "消去する語を1行に一つ書いたファイル(UTF-8)。どこに書かれていても消す")
    private Path texts;

    @Option(names = "--entry", paramLabel = "ID", description = "この記録の値と、そこで入力された文(複数可)")
    private List<Long> entries = List.of();

    @Option(names = "--typed-by", paramLabel = "PERSON", description = "この職員IDの者が入力した文")
    private String typedBy;

    @Option(names = "--contact", paramLabel = "PERSON", description = "この職員IDの者の連絡先(複数可)")
    private List<String> contacts = List.of();

    @Option(names = "--outside-contact", paramLabel = "ID", description = "この事業者・機関の連絡先(複数可)")
    private List<String> outsideContacts = List.of();

    @Option(names = "--evidence", paramLabel = "ID", description = "この番号の証跡ファイルの内容(複数可)")
    private List<Long> evidence = List.of();

    @Option(names = "--by", required = true, paramLabel = "PERSON", description = "消去する者の職員ID。記録台帳に残る")
    private String by;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "誰の求めか、理由。記録台帳に残る")
    private String reason;

    @Option(names = "--confirm", description = "本当に消去する")
    private boolean confirmed;

    @Override
    public Integer call() {
        try (var connection = database.connectToChange()) {
            return call(connection);
        } catch (SQLException refused) {
            spec.commandLine().getErr().println("データベースが拒みました: " + withoutValues(refused));
            return 2;
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("ファイルを読めません: " + unreadable.getMessage());
            return 2;
        }
    }

    private int call(Connection connection) throws SQLException, IOException {
        var out = spec.commandLine().getOut();
        List<String> lines = lines();
        var demand = demand(lines);
        if (demand.isEmpty() || demand.texts().stream().anyMatch(text -> text.length() < SHORTEST)) {
            out.println("消去するものを指定してください。語は%d文字以上".formatted(SHORTEST));
            return 1;
        }
        Instant now = LedgerDatabase.now(connection);
        if (!isSound(connection, now, "検証に異常があるため、何も消去しません", out)) {
            return 1;
        }
        var erasure = new Erasure(connection, demand);
        if (!mayBe(erasure, lines, out)) {
            return 1;
        }
        if (!confirmed) {
            out.println("まだ何も変えていません。消去するには --confirm を付けてください");
            return 0;
        }
        if (!erasure.carryOut(now)) {
            out.println("消去しきれない値があるため、取り消しました");
            return 1;
        }
        if (!isSound(connection, now, "消去すると検証に異常が出るため、取り消しました", out)) {
            return 1;
        }
        connection.commit();
        out.println("消去した。語を書いたファイルは削除すること。バックアップ、書き出したファイル、送った通知、ログには残る");
        return new Aftermath(connection, erasure, out).isClean() ? 0 : 1;
    }

    /** The server adds the row that it refused, with its values. */
    static String withoutValues(SQLException refused) {
        return refused instanceof PSQLException said && said.getServerErrorMessage() != null
                ? said.getServerErrorMessage().getMessage()
                : refused.getMessage();
    }

    /** Of the file of texts; empty ones are there, so that the others keep their numbers. */
    private List<String> lines() throws IOException {
        return texts == null
                ? List.of()
                : withoutByteOrderMark(Files.readString(texts))
                        .lines()
                        .map(String::strip)
                        .toList();
    }

    /** Editors on Windows begin a file with it. */
    private static String withoutByteOrderMark(String file) {
        return file.startsWith("\ufeff") ? file.substring(1) : file;
    }

    private Demand demand(List<String> lines) {
        List<String> said = lines.stream().filter(line -> !line.isEmpty()).toList();
        return new Demand(said, entries, Optional.ofNullable(typedBy), contacts, outsideContacts, evidence, by, reason);
    }

    private static boolean mayBe(Erasure erasure, List<String> lines, PrintWriter out) throws SQLException {
        Map<String, Long> places = erasure.places();
        places.forEach((place, rows) -> out.println("%s: %d件".formatted(place, rows)));
        if (!erasure.entries().isEmpty()) {
            out.println("値を消す記録: " + erasure.entries());
        }
        if (erasure.kept() > 0) {
            out.println("記録からだけ消え、ほかの表に残る語(符号、項目の値、計画の語、短い語): %d個。--texts で指定すれば消える".formatted(erasure.kept()));
        }
        List<String> hindrances = new ArrayList<>();
        if (places.isEmpty()) {
            out.println("消去するものはありません");
        } else {
            hindrances.addAll(erasure.hindrances());
        }
        Set<String> nowhere = erasure.nowhere();
        for (int n = 0; n < lines.size(); n++) {
            if (nowhere.contains(lines.get(n))) {
                hindrances.add("--texts の%d行目の語はどこにもない。書き方を確かめ、直すか行を除くこと".formatted(n + 1));
            }
        }
        hindrances.forEach(why -> out.println("消去できない: " + why));
        return !places.isEmpty() && hindrances.isEmpty();
    }

    private static boolean isSound(Connection connection, Instant now, String otherwise, PrintWriter out)
            throws SQLException {
        var terms = new Terms(Optional.empty(), Set.of(), Map.of(), Duration.ofDays(1), now, () -> false);
        List<Finding> findings = new Verification(connection, terms).run().findings();
        findings.forEach(out::println);
        if (!findings.isEmpty()) {
            out.println(otherwise);
        }
        return findings.isEmpty();
    }
}
