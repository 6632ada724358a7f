package org.keizoku.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.audit.seal.SealersOnTrial;
import org.keizoku.audit.verify.Result;
import org.keizoku.audit.verify.Terms;
import org.keizoku.audit.verify.Verification;
import org.postgresql.PGConnection;

/**
 * How fast a large ledger is sealed and verified with the engine's history to it, beside two that do less: fetching the same rows without
 * a look at them, and sha256sum over the same bytes. {@code mvn verify -Pbench}, about three minutes.
 */
@Tag("bench")
class LedgerVerificationBench {

    private static final int ACTIVATIONS = Integer.getInteger("keizoku.bench.activations", 1000);
    private static final int ROUNDS = 3;
    private static final String ROWS =
            "copy (select * from ledger_entry left join ledger_facts on entry_id = id order by id) to stdout (format binary)";

    @TempDir
    static Path folder;

    private static LedgerOnTrial ledger;
    private static SealersOnTrial sealers;
    private static int entries;

    @BeforeAll
    static void fill() throws SQLException {
        ledger = new LedgerOnTrial();
        sealers = new SealersOnTrial(ledger);
        try (Connection owner = ledger.owner()) {
            entries = LargeLedger.fill(owner, ACTIVATIONS);
        }
    }

    @Test
    void a_ledger_is_verified_whole_and_by_activation() throws Exception {
        double sealing = seconds(() -> sealers.seal(1));
        System.out.printf("A ledger of %,d entries was sealed at %,.0f entries/s%n", entries, entries / sealing);
        Path bytes = folder.resolve("rows");
        try (var out = Files.newOutputStream(bytes)) {
            fetch(out);
        }
        System.out.println(
                "entries/s   verified, with the history   rows fetched, not looked at   sha256sum of the rows' bytes");
        for (int round = 0; round < ROUNDS; round++) {
            double verifying = seconds(() -> verify(Optional.empty()));
            double fetching = seconds(() -> fetch(OutputStream.nullOutputStream()));
            double summing = seconds(() -> sha256sum(bytes));
            System.out.printf(
                    "            %,26.0f   %,29.0f   %,28.0f%n",
                    entries / verifying, entries / fetching, entries / summing);
        }
        double one = seconds(() -> verify(Optional.of("2025-0%03d".formatted(ACTIVATIONS / 2))));
        System.out.printf("One activation of %,d entries was verified in %.2f s%n", LargeLedger.ENTRIES_EACH, one);
    }

    private static void verify(Optional<String> activation) throws SQLException {
        try (Connection owner = ledger.owner()) {
            owner.setAutoCommit(false);
            var terms = new Terms(
                    activation,
                    Set.of(SealersOnTrial.keyId(1)),
                    Map.of(),
                    Duration.ofDays(9999),
                    ledger.instant(),
                    () -> false);
            Result result = new Verification(owner, terms).run();
            assertThat(result.findings()).isEmpty();
            assertThat(result.isSound()).isTrue();
            assertThat(result.entries())
                    .isGreaterThanOrEqualTo(activation.isEmpty() ? entries : LargeLedger.ENTRIES_EACH);
        }
    }

    private static void fetch(OutputStream out) throws SQLException, IOException {
        try (Connection owner = ledger.owner()) {
            assertThat(owner.unwrap(PGConnection.class).getCopyAPI().copyOut(ROWS, out))
                    .isGreaterThanOrEqualTo(entries);
        }
    }

    private static void sha256sum(Path bytes) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("sha256sum", bytes.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    private static double seconds(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private interface Work {
        void run() throws Exception;
    }
}
