package org.keizoku.audit.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.keizoku.audit.seal.LedgerKey;
import org.keizoku.audit.seal.SealSettings;
import org.springframework.stereotype.Component;

/** Verification inside of the application: one at a time, and never for longer than somebody waits for a page. */
@Component
public class Verifying {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CANCELLED_BY_TIMEOUT = "57014";

    private final DataSource database;
    private final SealSettings settings;
    private final LedgerKey key;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);

    Verifying(DataSource database, SealSettings settings, LedgerKey key, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.key = key;
        this.clock = clock;
    }

    /** Verifies one activation, or everything; empty while another verification runs. The newest seal must bear this node's key. */
    public Optional<Result> verify(Optional<String> activation) {
        if (!turn.tryAcquire()) {
            return Optional.empty();
        }
        try (var connection = database.getConnection()) {
            return Optional.of(within(connection, activation));
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the ledger could not be verified", unreadable);
        } finally {
            turn.release();
        }
    }

    private Result within(Connection connection, Optional<String> activation) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (var limit = connection.createStatement()) {
            limit.execute("set local statement_timeout = " + PATIENCE.toMillis());
            return new Verification(connection, terms(activation)).run();
        } catch (SQLException failed) {
            if (CANCELLED_BY_TIMEOUT.equals(failed.getSQLState())) {
                return new Result(0, 0, 0, Optional.empty(), List.of(), false);
            }
            throw failed;
        } finally {
            connection.rollback();
        }
    }

    private Terms terms(Optional<String> activation) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        return new Terms(
                activation,
                Set.of(key.id()),
                Map.of(),
                settings.sealedWithin(),
                clock.instant(),
                () -> System.nanoTime() - end > 0);
    }
}
