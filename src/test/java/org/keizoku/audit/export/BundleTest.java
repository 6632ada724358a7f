package org.keizoku.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keizoku.audit.seal.SealersOnTrial;

/** What an auditor took away is unpacked elsewhere and verified there with a JDK; then somebody changes it. */
class BundleTest {

    private static BundleOnTrial trial;
    private static byte[] bundle;

    @TempDir
    static Path classes;

    @TempDir
    Path folder;

    @BeforeAll
    static void one_night() throws Exception {
        trial = new BundleOnTrial();
        bundle = trial.exported();
        Path source = Files.createTempDirectory("verifier").resolve("Verify.java");
        try (var verifier = BundleTest.class.getResourceAsStream("/export/Verify.java")) {
            Files.copy(verifier, source);
        }
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-encoding", "US-ASCII", "-d", classes.toString(), source.toString());
        assertThat(compiled).isZero();
    }

    @BeforeEach
    void unpack() throws IOException {
        BundleOnTrial.unpack(bundle, folder);
    }

    @Test
    void an_untouched_bundle_is_sound_by_its_own_source_and_nothing_else() throws Exception {
        var ran = BundleOnTrial.verify(folder, null, "--key", SealersOnTrial.keyId(2));

        assertThat(ran.said()).contains("封印 3件、記録 10件(うち未封印 0件)を検証", "[sound] 異常なし");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void it_holds_what_was_recorded_and_with_which_models_and_plan() throws IOException {
        assertThat(Files.readString(folder.resolve("models/d1/processes/activation.bpmn")))
                .isEqualTo("<definitions/>");
        assertThat(folder.resolve("models/d1/forms/%2E%2E/%E6%A7%98%E5%BC%8F.form"))
                .exists();
        assertThat(Files.readString(folder.resolve("plan/plan.yaml"))).isEqualTo("name: 見本市\n");
        assertThat(Files.readString(folder.resolve("activation.jsonl"))).contains("\"intensity\": \"6-lower\"");
        assertThat(Files.readString(folder.resolve("notices.jsonl"))).contains("\"state\":\"DELIVERED\"");
        assertThat(Files.readString(folder.resolve("notice-attempts.jsonl"))).contains("\"outcome\":\"ACCEPTED\"");
        assertThat(Files.readString(folder.resolve("provider-reports.jsonl"))).contains("\"status\":\"delivered\"");
        assertThat(Files.readString(folder.resolve("procedures.jsonl")))
                .contains("\"started\":\"2026-01-04T17:15:00+00:00\"");
        assertThat(Files.readString(folder.resolve("verification.txt"))).isEmpty();
    }

    @Test
    void the_event_log_tells_starts_ends_and_what_was_given_up_but_no_gateways() throws Exception {
        var trace = ReadEventLog.of(Files.readAllBytes(folder.resolve("events.xes")))
                .traces()
                .get(0);

        assertThat(trace.values())
                .containsEntry("concept:name", "p1")
                .containsEntry("procedure", "発動")
                .containsEntry("version", "1");
        assertThat(trace.events())
                .extracting(event -> event.get("concept:name")
                        + " "
                        + event.get("lifecycle:transition")
                        + " "
                        + event.get("time:timestamp"))
                .containsExactly(
                        "事象 <発生> & \"覚知\" complete 2026-01-05T02:15:00+09:00",
                        "対応 start 2026-01-05T02:15:00+09:00",
                        "知らせる start 2026-01-05T02:16:00+09:00",
                        "知らせる ate_abort 2026-01-05T02:17:00+09:00");
    }

    @Test
    void the_same_record_makes_the_same_bytes() throws IOException {
        assertThat(trial.exported()).isEqualTo(bundle);
    }

    @Test
    void a_changed_line_is_named() throws Exception {
        entries(lines -> lines.set(2, lines.get(2).replace("判断 2", "承認")));

        assertThat(found()).contains("[entry-changed] 記録 4: 内容が封印 2 のときと違う", "[file-changed] ファイル entries.jsonl");
    }

    @Test
    void changed_values_are_named() throws Exception {
        entries(lines -> lines.set(2, lines.get(2).replace("余震", "平時")));

        assertThat(found()).contains("[entry-values] 記録 4: 値が記録したときと違う");
    }

    @Test
    void values_that_are_gone_without_an_entry_are_named() throws Exception {
        entries(lines -> lines.set(2, lines.get(2).replaceFirst(",\"salt\":.*", ",\"salt\":null,\"facts\":null}")));

        assertThat(found()).contains("[entry-values-lost] 記録 4: 値が、消去の記録なしに失われた");
    }

    @Test
    void deleted_lines_are_named_the_first_the_last_and_one_between() throws Exception {
        entries(lines -> lines.removeAll(List.of(lines.get(0), lines.get(4), lines.get(9))));

        assertThat(found())
                .contains("[entry-missing] 記録 2: 削除された", "[entry-missing] 記録 6: 削除された", "[entry-missing] 記録 16: 削除された");
    }

    @Test
    void an_inserted_line_is_named() throws Exception {
        entries(lines -> lines.add(5, lines.get(4).replace("\"id\":6", "\"id\":7")));

        assertThat(found()).contains("[entry-added] 記録 7: どの封印にもない");
    }

    @Test
    void lines_in_another_order_are_named() throws Exception {
        entries(lines -> Collections.swap(lines, 2, 3));

        assertThat(found()).contains("[entry-order] 記録 4: 記録 5 より後にある");
    }

    @Test
    void a_line_that_cannot_be_read_is_told_and_the_rest_is_verified() throws Exception {
        entries(lines -> lines.set(2, "{\"id\":4,"));

        assertThat(found()).contains("[line-broken] entries.jsonl: 読めない行がある", "[entry-missing] 記録 4", "記録 9件");
    }

    @Test
    void a_changed_signature_and_a_removed_seal_are_named() throws Exception {
        lines("seals.jsonl", lines -> lines.set(1, lines.get(1).replaceAll("(\"signature\":\").", "$1~")));
        assertThat(found()).contains("[seal-signature] 封印 3: 署名が内容と合わない");

        lines("seals.jsonl", lines -> lines.remove(1));
        assertThat(found()).contains("[seal-unlinked] 封印 4");
    }

    @Test
    void changed_files_are_named() throws Exception {
        var names = List.of(
                "models/d1/processes/activation.bpmn",
                "plan/plan.yaml",
                "notices.jsonl",
                "events.xes",
                "Verify.java",
                "bundle.json");
        for (String name : names) {
            Files.writeString(folder.resolve(name), " ", StandardOpenOption.APPEND);
        }

        assertThat(found())
                .contains(
                        names.stream().map("[file-changed] ファイル %s:"::formatted).toList());
    }

    @Test
    void a_file_that_is_gone_and_one_that_was_added_are_named() throws Exception {
        Files.delete(folder.resolve("notices.jsonl"));
        Files.writeString(folder.resolve("models/d1/processes/other.bpmn"), "<definitions/>");

        assertThat(found())
                .contains("[file-missing] ファイル notices.jsonl", "[file-added] ファイル models/d1/processes/other.bpmn");
    }

    /** Who changes the list to fit needs the key. */
    @Test
    void a_list_that_was_made_to_fit_no_longer_bears_the_signature() throws Exception {
        Path model = folder.resolve("models/d1/processes/activation.bpmn");
        String before = sha256(model);
        Files.writeString(model, "<other/>");
        lines(
                "SHA256SUMS",
                lines -> lines.replaceAll(line -> {
                    try {
                        return line.replace(before, sha256(model));
                    } catch (Exception unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                }));

        assertThat(found()).contains("[list-signature] ファイル一覧の署名が、鍵").doesNotContain("[file-changed]");
    }

    @Test
    void a_key_that_was_replaced_is_named_and_so_is_one_that_nobody_trusts() throws Exception {
        var other = BundleOnTrial.verify(folder, classes, "--key", SealersOnTrial.keyId(1));
        assertThat(other.said()).contains("[seal-untrusted] 封印 4", "[list-untrusted]");
        assertThat(other.exit()).isEqualTo(1);

        Files.copy(
                folder.resolve("keys/%s.pem".formatted(SealersOnTrial.keyId(1))),
                folder.resolve("keys/%s.pem".formatted(SealersOnTrial.keyId(2))),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(found()).contains("[key-replaced] 鍵 " + SealersOnTrial.keyId(2), "[list-signature]");
    }

    @Test
    void a_head_kept_elsewhere_is_compared() throws Exception {
        var ran = BundleOnTrial.verify(folder, classes, "--head", "3=00", "--head", "9=00");

        assertThat(ran.said()).contains("[seal-other-head] 封印 3: 外部の控えと違う", "[seal-missing] 封印 9", "[untrusted]");
    }

    @Test
    void what_the_database_had_lost_before_is_told() throws Exception {
        change("create table kept as select * from ledger_entry where id = 14; delete from ledger_entry where id = 14");
        byte[] lossy;
        try {
            lossy = trial.exported();
        } finally {
            change("insert into ledger_entry overriding system value select * from kept; drop table kept");
        }
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        BundleOnTrial.unpack(lossy, elsewhere);

        var ran = BundleOnTrial.verify(elsewhere, classes);

        assertThat(ran.said()).contains("[before] 書き出す前から", "記録 14: 削除された(封印 4 にはある)");
        assertThat(ran.exit()).isEqualTo(1);
    }

    private static void change(String sql) throws SQLException {
        try (var owner = trial.ledger.owner();
                var statement = owner.createStatement()) {
            statement.execute("begin; set local keizoku.ledger_open = 'ledger_entry'; %s; commit".formatted(sql));
        }
    }

    private void entries(Consumer<List<String>> change) throws IOException {
        lines("entries.jsonl", change);
    }

    private void lines(String name, Consumer<List<String>> change) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(name)));
        change.accept(lines);
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private String found() throws Exception {
        var ran = BundleOnTrial.verify(folder, classes, "--key", SealersOnTrial.keyId(2));
        assertThat(ran.exit()).isEqualTo(1);
        return ran.said();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
