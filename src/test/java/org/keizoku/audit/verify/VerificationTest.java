package org.keizoku.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.audit.seal.Hash;
import org.keizoku.audit.seal.Seal;
import org.keizoku.audit.seal.SealersOnTrial;

/** Each test tampers as the owner who has disarmed the triggers, verifies in the same transaction, and takes it back. */
class VerificationTest {

    private static final List<String> TABLES = List.of("ledger_entry", "ledger_facts", "ledger_seal", "ledger_key");

    private static LedgerOnTrial ledger;
    private static SealersOnTrial sealers;

    private Connection owner;

    /** Five seals by two keys: entry 1 tells of the key; then 2–6, 7–11, 12–16; 17 of the second key; 18–22. */
    @BeforeAll
    static void three_nights() {
        ledger = new LedgerOnTrial();
        sealers = new SealersOnTrial(ledger);
        sealers.seal(1);
        for (int night = 1; night <= 3; night++) {
            tellFive("2026-00" + night);
            sealers.seal(1);
        }
        sealers.seal(2);
        tellFive("2026-003");
        sealers.seal(2);
    }

    private static void tellFive(String activation) {
        IntStream.rangeClosed(1, 5)
                .forEach(n -> ledger.tell(activation, "判断 " + n, Map.of("理由", "余震 " + n, "案", "現庁舎")));
    }

    @BeforeEach
    void disarm() throws SQLException {
        owner = ledger.owner();
        owner.setAutoCommit(false);
        for (String table : TABLES) {
            owner.createStatement().execute("alter table %s disable trigger user".formatted(table));
        }
    }

    @AfterEach
    void take_back() throws SQLException {
        owner.rollback();
        owner.close();
    }

    @Test
    void an_untouched_ledger_is_sound() throws SQLException {
        var result = verify();

        assertThat(result.findings()).isEmpty();
        assertThat(result.isSound()).isTrue();
        assertThat(result.entries()).isEqualTo(22);
        assertThat(result.seals()).isEqualTo(6);
        assertThat(result.unsealed()).isZero();
        assertThat(result.newest().orElseThrow().keyId()).isEqualTo(SealersOnTrial.keyId(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activation_number = '2026-002'",
                "activation_number = null",
                "at = at + interval '1 microsecond'",
                "actor = 'joho2'",
                "capacity = '代行者1'",
                "kind = 'task-done'",
                "told = told || ' '",
                "facts_hash = sha256(facts_hash)",
                "origin = '{}'",
                "recorded_at = recorded_at - interval '1 second'"
            })
    void a_changed_column_is_found_in_its_entry(String change) throws SQLException {
        tamper("update ledger_entry set %s where id = 4".formatted(change));

        assertThat(first()).isEqualTo("記録 4: 内容が封印したときと違う(変更又は入れ替えられた)");
    }

    @Test
    void changed_values_are_found_and_so_is_a_changed_salt() throws SQLException {
        tamper("update ledger_facts set facts = '{\"理由\":\"平時\"}' where entry_id = 4");
        tamper("update ledger_facts set salt = '\\x00' where entry_id = 9");

        assertThat(told()).containsExactly("記録 4: 値が記録したときと違う", "記録 9: 値が記録したときと違う");
    }

    @Test
    void values_that_changed_places_are_found_and_so_are_others_in_place_of_erased_ones() throws SQLException {
        tamper("alter table ledger_facts drop constraint ledger_facts_pkey cascade");
        tamper("update ledger_facts set entry_id = case entry_id when 3 then 5 else 3 end where entry_id in (3, 5)");
        tamper("select ledger_erase(9, 'kansa', '本人の求め')");
        tamper("insert into ledger_facts values (9, '\\x01', '{\"理由\":\"平時\"}')");

        assertThat(told()).containsExactly("記録 3: 値が記録したときと違う", "記録 5: 値が記録したときと違う", "記録 9: 値が記録したときと違う");
    }

    @Test
    void a_seal_that_was_slipped_in_at_the_end_is_found_and_so_are_two_that_changed_places() throws SQLException {
        tamper("create temp table copied on commit drop as select * from ledger_seal where no = 6;"
                + " update copied set no = 7; insert into ledger_seal select * from copied");
        assertThat(told()).contains("封印 7: 署名が内容と合わない(変更又は偽造された)");
        owner.rollback();
        disarm();
        tamper("update ledger_seal set no = -no where no in (3, 4); update ledger_seal set no = 7 + no where no < 0");

        assertThat(told()).contains("封印 3: 署名が内容と合わない(変更又は偽造された)", "封印 4: 署名が内容と合わない(変更又は偽造された)");
    }

    @Test
    void an_entry_that_was_deleted_in_the_middle_is_named() throws SQLException {
        tamper("delete from ledger_entry where id = 8");

        assertThat(told()).containsExactly("記録 8: 削除された(封印 3 にはある)");
    }

    @Test
    void the_last_entries_that_were_deleted_are_named() throws SQLException {
        tamper("delete from ledger_entry where id > 20");

        assertThat(told()).containsExactly("記録 21: 削除された(封印 6 にはある)", "記録 22: 削除された(封印 6 にはある)");
    }

    @ParameterizedTest
    @CsvSource({
        "truncate ledger_entry, 記録 1: 削除された(封印 1 にはある)",
        "truncate ledger_facts, '記録 1: 値が、消去の記録なしに失われた'",
        "truncate ledger_seal, 封印 1: 鍵はあるが封印がひとつもない",
        "truncate ledger_key cascade, 記録 1: 期限を過ぎても封印されていない(封印の停止、又は末尾の封印の削除)"
    })
    void a_truncated_table_is_found(String sql, String finding) throws SQLException {
        ledger.passes(Duration.ofMinutes(11));
        tamper(sql);

        assertThat(told()).contains(finding);
    }

    @Test
    void two_entries_that_changed_places_are_found() throws SQLException {
        tamper("alter table ledger_entry alter id drop identity");
        tamper("update ledger_entry set id = -3 where id = 3; update ledger_entry set id = 3 where id = 5;"
                + "update ledger_entry set id = 5 where id = -3");

        assertThat(told()).contains("記録 3: 内容が封印したときと違う(変更又は入れ替えられた)", "記録 5: 内容が封印したときと違う(変更又は入れ替えられた)");
    }

    @Test
    void an_entry_that_was_slipped_in_is_found() throws SQLException {
        tamper("delete from ledger_entry where id = 8");
        tamper(
                "insert into ledger_entry overriding system value select 8, activation_number, at, actor, capacity, kind,"
                        + " '承認済み', origin, recorded_at, facts_hash from ledger_entry where id = 9");
        tamper(
                "insert into ledger_entry overriding system value select -1, activation_number, at, actor, capacity, kind,"
                        + " told, origin, recorded_at, facts_hash from ledger_entry where id = 9");

        assertThat(told()).contains("記録 -1: どの封印にもない(あとから差し込まれた)", "記録 8: 内容が封印したときと違う(変更又は入れ替えられた)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to_id = to_id + 1",
                "entries = entries - 1",
                "root = sha256(root)",
                "sealed_at = sealed_at - interval '1 day'",
                "previous = sha256(previous)",
                "signature = sha256(signature) || sha256(signature)",
                "key_id = (select max(key_id) from ledger_key where key_id <> ledger_seal.key_id)"
            })
    void a_changed_seal_is_found(String change) throws SQLException {
        tamper("update ledger_seal set %s where no = 3".formatted(change));

        assertThat(told()).contains("封印 3: 署名が内容と合わない(変更又は偽造された)");
    }

    @Test
    void changed_leaves_are_told_apart_from_changed_entries() throws SQLException {
        tamper("update ledger_seal set leaves = set_byte(leaves, 20, 1) where no = 3");
        tamper("update ledger_seal set leaves = '\\x00' where no = 4");
        tamper("update ledger_entry set told = '承認' where id = 13");

        assertThat(told()).containsExactly("封印 3: 一覧が変更された(記録 7〜11 は署名と合う)", "封印 4: 一覧が署名と合わず、記録 12〜16 も署名と合わない");
    }

    @Test
    void a_missing_seal_is_named() throws SQLException {
        tamper("delete from ledger_seal where no = 3");

        assertThat(told()).containsExactly("封印 3: ない(次にあるのは封印 4。記録 7〜11 に封印がない)");
    }

    @Test
    void a_seal_that_was_forged_with_the_real_key_still_does_not_fit_the_next_one() throws SQLException {
        tamper("update ledger_entry set told = '承認' where id = 8");
        forge(3, 1);

        assertThat(told()).containsExactly("封印 4: 前の封印とつながらない(この封印又は前の封印が変更された)");
    }

    @Test
    void a_forged_newest_seal_bears_a_key_that_nobody_trusts() throws SQLException {
        tamper("update ledger_entry set told = '承認' where id = 22");
        try (var insert = owner.prepareStatement("insert into ledger_key values (?, ?, now())")) {
            insert.setString(1, SealersOnTrial.keyId(3));
            insert.setBytes(2, SealersOnTrial.publicKey(3));
            insert.executeUpdate();
        }
        forge(6, 3);

        assertThat(told()).containsExactly("封印 6: 最新の封印の鍵 %s は信頼する鍵ではない".formatted(SealersOnTrial.keyId(3)));
    }

    @Test
    void an_unknown_key_and_an_exchanged_one_are_found() throws SQLException {
        tamper("alter table ledger_seal drop constraint ledger_seal_key_id_fkey");
        tamper("update ledger_seal set key_id = 'nobody' where no = 6");
        assertThat(told()).contains("封印 6: 知らない鍵 nobody の署名になっている");
        owner.rollback();
        disarm();
        try (var update = owner.prepareStatement("update ledger_key set public_key = ? where key_id = ?")) {
            update.setBytes(1, SealersOnTrial.publicKey(3));
            update.setString(2, SealersOnTrial.keyId(1));
            update.executeUpdate();
        }

        assertThat(told()).contains("鍵 %s: 公開鍵が鍵IDと合わない(差し替えられた)".formatted(SealersOnTrial.keyId(1)));
    }

    @Test
    void the_end_cut_off_with_its_seal_is_found_by_a_head_kept_outside() throws SQLException {
        String kept = Hash.hex(verify().newest().orElseThrow().hash());
        tamper("delete from ledger_seal where no = 6; delete from ledger_entry where id >= 18");

        assertThat(verify(Optional.empty(), Set.of(), Map.of(6L, kept)).findings())
                .extracting(Finding::toString)
                .containsExactly("封印 6: 外部の控えにあるのに、ない(末尾が削除された)");
        assertThat(verify(Optional.empty(), Set.of(), Map.of(5L, kept)).findings())
                .extracting(Finding::toString)
                .containsExactly("封印 5: 外部の控えと違う(書き換えられた)");
    }

    @Test
    void an_entry_may_be_without_a_seal_for_ten_minutes_and_not_longer() throws SQLException {
        tamper("insert into ledger_entry (at, actor, kind, told, facts_hash, recorded_at) select at, actor, kind, told,"
                + " sha256('\\x01' || convert_to('{}', 'UTF8')), timestamptz '%s' from ledger_entry where id = 22"
                        .formatted(ledger.instant()));
        tamper("insert into ledger_facts select max(id), '\\x01', '{}' from ledger_entry");

        ledger.passes(Duration.ofMinutes(10));
        assertThat(verify().isSound()).isTrue();
        assertThat(verify().unsealed()).isEqualTo(1);
        ledger.passes(Duration.ofSeconds(1));
        assertThat(told()).singleElement().asString().endsWith(": 期限を過ぎても封印されていない(封印の停止、又は末尾の封印の削除)");
    }

    @Test
    void values_erased_on_the_record_leave_the_ledger_sound_and_are_gone() throws SQLException {
        tamper("select ledger_erase(9, 'kansa', '本人の求め')");

        var result = verify();
        assertThat(result.findings()).isEmpty();
        assertThat(result.unsealed()).isEqualTo(1);
        try (var rows = owner.createStatement()
                .executeQuery("select told, actor, activation_number, facts->>'理由' from ledger_entry"
                        + " join ledger_facts on entry_id = id where kind = 'values-erased'")) {
            rows.next();
            assertThat(List.of(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)))
                    .containsExactly("記録 9 の値を消去", "kansa", "2026-002", "本人の求め");
        }
        tamper("delete from ledger_facts where entry_id = 10");
        assertThat(first()).isEqualTo("記録 10: 値が、消去の記録なしに失われた");
    }

    @Test
    void one_activation_is_verified_without_reading_the_others() throws SQLException {
        tamper("update ledger_entry set told = '承認' where id in (3, 8)");

        var result = verify(Optional.of("2026-002"), Set.of(), Map.of());
        assertThat(result.findings()).extracting(Finding::where).containsExactly("記録 8");
        assertThat(result.entries()).isEqualTo(5);
        assertThat(result.seals()).isEqualTo(6);
        assertThat(verify(Optional.of("2026-003"), Set.of(), Map.of()).isSound())
                .isTrue();
    }

    @Test
    void out_of_time_is_not_sound() throws SQLException {
        var terms =
                new Terms(Optional.empty(), Set.of(), Map.of(), Duration.ofMinutes(10), ledger.instant(), () -> true);
        var result = new Verification(owner, terms).run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.whole()).isFalse();
        assertThat(result.isSound()).isFalse();
    }

    private void tamper(String sql) throws SQLException {
        owner.createStatement().execute(sql);
    }

    /** Makes the seal anew over what the database has now, signed by the key of this number. */
    private void forge(long no, int key) throws SQLException {
        Seal forged;
        try (var rows = owner.createStatement().executeQuery("select * from ledger_seal where no = " + no)) {
            rows.next();
            forged = SealersOnTrial.forged(owner, Seal.read(rows), key);
        }
        try (var update = owner.prepareStatement(
                "update ledger_seal set leaves = ?, root = ?, key_id = ?, signature = ? where no = ?")) {
            update.setBytes(1, forged.leaves());
            update.setBytes(2, forged.head().root());
            update.setString(3, forged.head().keyId());
            update.setBytes(4, forged.signature());
            update.setLong(5, no);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private Result verify() throws SQLException {
        return verify(Optional.empty(), Set.of(SealersOnTrial.keyId(2)), Map.of());
    }

    private Result verify(Optional<String> activation, Set<String> trusted, Map<Long, String> heads)
            throws SQLException {
        var terms = new Terms(activation, trusted, heads, Duration.ofMinutes(10), ledger.instant(), () -> false);
        return new Verification(owner, terms).run();
    }

    private List<String> told() throws SQLException {
        return verify().findings().stream().map(Finding::toString).toList();
    }

    private String first() throws SQLException {
        return told().get(0);
    }
}
