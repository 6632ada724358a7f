package org.keizoku.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.audit.seal.SealersOnTrial;
import org.keizoku.audit.verify.Result;
import org.keizoku.audit.verify.Terms;
import org.keizoku.audit.verify.Verification;

/** How fast a large ledger is verified, and whether writers notice the sealer. {@code mvn verify -Pbench}, about two minutes. */
@Tag("bench")
class LedgerVerificationBench {

    private static final int ENTRIES = Integer.getInteger("keizoku.bench.entries", 1_000_000);
    private static final int ACTIVATIONS = 1000;
    private static final int WRITES = 1000;

    private static LedgerOnTrial ledger;
    private static SealersOnTrial sealers;

    @BeforeAll
    static void fill() throws SQLException {
        ledger = new LedgerOnTrial();
        sealers = new SealersOnTrial(ledger);
        try (Connection owner = ledger.owner();
                var statement = owner.createStatement()) {
            statement.execute(
                    """
                    insert into ledger_entry (activation_number, at, actor, kind, told, facts_hash, recorded_at)
                    select '2026-' || lpad((n / %d)::text, 4, '0'), timestamptz '2026-01-05' + n * interval '1 second',
                        'joho' || n %% 7, 'decision', 'タスク「現地を調べる」を完了 ' || n,
                        sha256('\\x01' || convert_to('{"理由":"余震","案":"現庁舎","番号":"' || n || '"}', 'UTF8')),
                        timestamptz '2026-01-05' + n * interval '1 second'
                    from generate_series(0, %d) n"""
                            .formatted(ENTRIES / ACTIVATIONS, ENTRIES - 1));
            statement.execute(
                    """
                    insert into ledger_facts
                    select id, '\\x01', ('{"理由":"余震","案":"現庁舎","番号":"' || substring(told from '\\d+$') || '"}')::json
                    from ledger_entry""");
            statement.execute("analyze");
        }
    }

    @Test
    void a_ledger_is_verified_whole_and_by_activation() throws SQLException {
        long began = System.nanoTime();
        sealers.seal(1);
        double sealing = ENTRIES / secondsSince(began);
        verify(Optional.of("2026-0500"));
        began = System.nanoTime();
        verify(Optional.of("2026-0500"));
        double one = secondsSince(began);
        began = System.nanoTime();
        Result result = verify(Optional.empty());
        double all = ENTRIES / secondsSince(began);

        System.out.printf(
                "Ledger of %,d entries: sealed %,.0f/s, verified %,.0f/s; one activation of %,d in %.2f s%n",
                ENTRIES, sealing, all, ENTRIES / ACTIVATIONS, one);
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void a_writer_does_not_wait_for_the_sealer() throws InterruptedException {
        sealers.seal(1);
        write();
        List<Double> alone = write();
        var sealing = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                sealers.seal(1);
            }
        });
        sealing.start();
        List<Double> beside = write();
        sealing.interrupt();
        sealing.join();

        System.out.printf(
                "An entry written in ms, alone: p50 %.2f p99 %.2f; beside a sealer that never rests: p50 %.2f p99 %.2f%n",
                at(alone, 50), at(alone, 99), at(beside, 50), at(beside, 99));
        assertThat(at(beside, 99)).isLessThan(at(alone, 99) + 20);
    }

    private static List<Double> write() {
        List<Double> taken = new ArrayList<>();
        for (int n = 0; n < WRITES; n++) {
            long began = System.nanoTime();
            ledger.tell("2026-0001", "判断", Map.of("理由", "余震"));
            taken.add(secondsSince(began) * 1000);
        }
        Collections.sort(taken);
        return taken;
    }

    private static double at(List<Double> sorted, int percent) {
        return sorted.get(sorted.size() * percent / 100);
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static Result verify(Optional<String> activation) throws SQLException {
        try (Connection owner = ledger.owner()) {
            owner.setAutoCommit(false);
            return new Verification(
                            owner,
                            new Terms(
                                    activation,
                                    Set.of(SealersOnTrial.keyId(1)),
                                    Map.of(),
                                    Duration.ofDays(1),
                                    ledger.instant(),
                                    () -> false))
                    .run();
        }
    }
}
