package org.keizoku.audit.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Future;
import org.keizoku.audit.seal.Seal;
import org.keizoku.audit.seal.VerifyingKey;

/** All seals in their order, each checked by itself while those before it are compared. */
final class CheckedSeals implements AutoCloseable {

    /** A seal has up to a thousand leaves. */
    private static final int AT_ONCE = 20;

    private final Rows<Seal> rows;
    private final Map<String, VerifyingKey> keys;
    private final Hashers hashers;
    private final Queue<Future<CheckedSeal>> ahead = new ArrayDeque<>();

    CheckedSeals(Connection connection, Map<String, VerifyingKey> keys, Hashers hashers) throws SQLException {
        rows = new Rows<>(
                connection, AT_ONCE, "select %s from ledger_seal order by no".formatted(Seal.COLUMNS), Seal::read);
        this.keys = keys;
        this.hashers = hashers;
    }

    /** Null after the last one. */
    CheckedSeal take() throws SQLException {
        while (ahead.size() < AT_ONCE && rows.peek() != null) {
            Seal seal = rows.take();
            ahead.add(hashers.begin(() -> CheckedSeal.of(seal, keys)));
        }
        return ahead.isEmpty() ? null : Hashers.finished(ahead.remove());
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
