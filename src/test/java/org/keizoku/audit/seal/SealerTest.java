package org.keizoku.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.local.EmbeddedDatabase;

class SealerTest {

    private static LedgerOnTrial ledger;
    private static SealersOnTrial sealers;

    private Sealer sealer;

    @BeforeAll
    static void make() {
        ledger = new LedgerOnTrial();
        sealers = new SealersOnTrial(ledger);
    }

    @BeforeEach
    void begin_with_all_sealed() {
        sealer = sealers.with(1);
        sealer.seal();
    }

    @Test
    void what_is_committed_is_sealed_once_and_nothing_makes_no_seal() {
        long before = ledger.count("ledger_seal");
        tell("一つ目", "二つ目");

        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(sealer.seal()).isZero();
        assertThat(ledger.count("ledger_seal")).isEqualTo(before + 1);
        assertThat(newest().head().entries()).isEqualTo(2);
        assertThat(newest().head().keyId()).isEqualTo(SealersOnTrial.keyId(1));
    }

    @Test
    void while_one_writer_stays_open_nothing_after_it_is_sealed_and_nobody_waits() {
        ledger.transaction().executeWithoutResult(held -> {
            tell("開いたままの取引");
            onAnotherThread(() -> tell("先に確定した記録"));

            assertThat(onAnotherThread(sealer::seal)).isZero();
            onAnotherThread(() -> tell("その後の記録"));
            assertThat(onAnotherThread(sealer::seal)).isZero();
        });

        sealer.seal();
        sealer.seal();
        assertThat(unsealed()).isZero();
        assertThat(everySealedEntryStandsInOneSeal()).isTrue();
    }

    @Test
    void the_newest_id_in_the_hand_of_an_open_writer_is_waited_for() {
        tell("先に確定した記録");
        ledger.transaction().executeWithoutResult(held -> {
            tell("最後の番号を持つ、開いたままの取引");

            assertThat(onAnotherThread(sealer::seal)).isZero();
        });
        sealer.seal();

        assertThat(unsealed()).isZero();
        assertThat(everySealedEntryStandsInOneSeal()).isTrue();
    }

    @Test
    void what_was_committed_before_an_open_writer_began_waits_for_it_once() {
        tell("確定済み");
        ledger.transaction().executeWithoutResult(held -> {
            ledger.jdbc()
                    .sql("select pg_current_xact_id()::text")
                    .query(String.class)
                    .single();

            // The first look marks where it stands, and may not pass the writer that is open at that moment.
            assertThat(onAnotherThread(sealer::seal)).isZero();
        });
        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(unsealed()).isZero();
    }

    @Test
    void an_open_reader_holds_nothing_up() {
        ledger.transaction().executeWithoutResult(reading -> {
            ledger.count("ledger_entry");
            onAnotherThread(() -> tell("読み取り中の記録"));

            assertThat(onAnotherThread(sealer::seal)).isEqualTo(1);
        });
    }

    @Test
    void an_id_that_was_rolled_back_leaves_a_gap_that_no_later_entry_fills() {
        ledger.transaction().executeWithoutResult(failing -> {
            tell("取り消された記録");
            failing.setRollbackOnly();
        });
        tell("残った記録");
        sealer.seal();
        long sealedTo = newest().head().toId();
        tell("次の記録");
        sealer.seal();

        assertThat(newest().head().fromId()).isEqualTo(sealedTo + 1);
        assertThat(newest().head().entries()).isEqualTo(1);
    }

    @Test
    void a_writer_has_its_number_before_its_id() {
        ledger.transaction().executeWithoutResult(writing -> {
            assertThat(transactionNumber()).isNull();
            assertThatThrownBy(() -> ledger.jdbc()
                            .sql("insert into ledger_entry (at, actor, kind, told, facts_hash, recorded_at)"
                                    + " select now(), pg_current_xact_id_if_assigned()::text, 'k', null, '', now()")
                            .update())
                    .hasMessageContaining("null value in column \"told\"")
                    .hasMessageNotContaining("null value in column \"actor\"");
            writing.setRollbackOnly();
        });
    }

    @Test
    void many_entries_take_several_seals() {
        ledger.transaction().executeWithoutResult(many -> IntStream.range(0, Sealer.MOST + 1)
                .forEach(n -> tell("多数 " + n)));

        assertThat(sealer.seal()).isEqualTo(2);
        assertThat(newest().head().entries()).isEqualTo(1);
        assertThat(unsealed()).isZero();
    }

    @Test
    void two_nodes_under_many_writers_end_with_one_chain_without_gaps() throws Exception {
        var other = sealers.with(1);
        var threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> writers = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(writer ->
                            threads.submit(() -> IntStream.range(0, 50).forEach(n -> ledger.transaction()
                                    .executeWithoutResult(writing -> tell("並行 %d-%d".formatted(writer, n), "続き")))))
                    .toList();
            List<Future<?>> nodes = Stream.of(sealer, other)
                    .<Future<?>>map(node -> threads.submit(() -> {
                        while (!writers.stream().allMatch(Future::isDone)) {
                            node.seal();
                        }
                    }))
                    .toList();
            for (Future<?> node : nodes) {
                node.get();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdown();
        }
        sealer.seal();

        assertThat(unsealed()).isZero();
        assertThat(everySealedEntryStandsInOneSeal()).isTrue();
        assertThat(ledger.jdbc()
                        .sql("select count(*) from ledger_seal s where no > 1 and not exists"
                                + " (select 1 from ledger_seal p where p.no = s.no - 1 and p.to_id + 1 = s.from_id)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void after_a_rotation_the_new_key_signs_on_top_of_the_old_seals() {
        tell("古い鍵の下で");
        sealer.seal();
        Head old = newest().head();
        var rotated = sealers.with(2);
        tell("新しい鍵の下で");
        rotated.seal();

        Seal seal = newest();
        assertThat(seal.head().keyId()).isEqualTo(SealersOnTrial.keyId(2)).isNotEqualTo(old.keyId());
        assertThat(seal.head().previous()).isEqualTo(old.hash());
        assertThat(new VerifyingKey(SealersOnTrial.publicKey(2))
                        .signed(seal.head().bytes(), seal.signature()))
                .isTrue();
    }

    /** Written from the ADR alone, without this software: in the database's own words. */
    @Test
    void a_third_party_can_compute_the_hash_of_an_entry() {
        ledger.tell("2026-001", "判断 \"案\"\n二行目", Map.of("理由", "余震", "数", 1));
        sealer.seal();
        var leaves = Leaf.read(newest().leaves());
        var leaf = leaves.get(leaves.size() - 1);

        String line = " || coalesce(octet_length(%1$s) || ':' || %1$s, '-') || E'\\n'";
        String moment = "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
        StringBuilder text = new StringBuilder("E'keizoku-entry-1\\n'");
        for (String value : List.of(
                "id::text",
                "activation_number",
                moment.formatted("at"),
                "actor",
                "capacity",
                "kind",
                "told",
                "encode(facts_hash, 'hex')",
                "origin::text",
                moment.formatted("recorded_at"))) {
            text.append(line.formatted(value));
        }
        byte[] computed = ledger.jdbc()
                .sql("select sha256(convert_to(%s, 'UTF8')) from ledger_entry where id = ?".formatted(text))
                .param(leaf.id())
                .query(byte[].class)
                .single();
        assertThat(computed).isEqualTo(leaf.hash());
        assertThat(ledger.jdbc()
                        .sql("select facts_hash = sha256(salt || convert_to(facts::text, 'UTF8'))"
                                + " from ledger_entry join ledger_facts on entry_id = id where id = ?")
                        .param(leaf.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "update ledger_seal set no = 0, ledger_seal",
        "delete from ledger_seal, ledger_seal",
        "truncate ledger_seal, ledger_seal",
        "delete from ledger_facts, ledger_facts",
        "update ledger_key set since = now(), ledger_key"
    })
    void the_applications_role_may_only_add(String sql, String table) {
        assertThatThrownBy(() -> ledger.jdbc()
                        .sql("set local keizoku.ledger_open = '%s'; %s".formatted(table, sql))
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied for table " + table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger_entry", "ledger_facts", "ledger_seal"})
    void whoever_was_given_the_right_is_refused_all_the_same(String table) throws SQLException {
        try (Connection owner = ledger.owner();
                Connection application = ledger.connection(EmbeddedDatabase.APPLICATION)) {
            owner.createStatement().execute("grant delete on %s to keizoku_app".formatted(table));
            try {
                application.setAutoCommit(false);
                application.createStatement().execute("set local keizoku.ledger_open = '%s'".formatted(table));
                assertThatThrownBy(() -> application.createStatement().execute("delete from " + table))
                        .hasMessageContaining("the ledger is append-only: DELETE refused");
            } finally {
                application.rollback();
                owner.createStatement().execute("revoke delete on %s from keizoku_app".formatted(table));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger_entry", "ledger_facts", "ledger_seal", "ledger_key"})
    void the_owner_is_refused_too_until_saying_which_table(String table) throws SQLException {
        try (Connection owner = ledger.owner()) {
            owner.setAutoCommit(false);
            for (String deed : List.of("delete from %s where false", "truncate %s cascade")) {
                assertThatThrownBy(() -> owner.createStatement().execute(deed.formatted(table)))
                        .hasMessageContaining("the ledger is append-only");
                owner.rollback();
            }
            owner.createStatement().execute("set local keizoku.ledger_open = '%s'".formatted(table));
            assertThat(owner.createStatement().executeUpdate("delete from %s where false".formatted(table)))
                    .isZero();
            owner.rollback();
        }
    }

    private static void tell(String... told) {
        for (String one : told) {
            ledger.tell("2026-001", one, Map.of("理由", "余震"));
        }
    }

    private static Seal newest() {
        return ledger.jdbc()
                .sql("select * from ledger_seal order by no desc limit 1")
                .query((row, n) -> Seal.read(row))
                .single();
    }

    private static String transactionNumber() {
        return ledger.jdbc()
                .sql("select pg_current_xact_id_if_assigned()::text")
                .query((row, n) -> row.getString(1))
                .list()
                .get(0);
    }

    private static long unsealed() {
        return new SealState(ledger.jdbc()).unsealed();
    }

    private static boolean everySealedEntryStandsInOneSeal() {
        var sealed = ledger
                .jdbc()
                .sql("select * from ledger_seal order by no")
                .query((row, n) -> Leaf.read(Seal.read(row).leaves()))
                .list()
                .stream()
                .flatMap(List::stream)
                .map(Leaf::id)
                .toList();
        return sealed.equals(ledger.jdbc()
                .sql("select id from ledger_entry order by id")
                .query(Long.class)
                .list());
    }

    /** Outside of this thread's transaction. */
    private static <T> T onAnotherThread(Callable<T> work) {
        var thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work).get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        } finally {
            thread.shutdown();
        }
    }

    private static void onAnotherThread(Runnable work) {
        onAnotherThread(Executors.callable(work));
    }
}
