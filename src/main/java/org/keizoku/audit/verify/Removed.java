package org.keizoku.audit.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.keizoku.audit.seal.Head;

/**
 * The beginning of the record that was removed on the record: its seals have kept their signed heads and nothing under them.
 *
 * @param to the last id that went, 0 where nothing was removed
 * @param at when, null where nothing was removed
 */
record Removed(long to, Instant at, Retention retention) {

    /** The furthest removal counts: each removes everything before it, with the entries about earlier ones. */
    static Removed of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        """
                        select (origin->>'removedTo')::bigint as last, recorded_at
                        from ledger_entry where kind = 'ledger-removed' order by last desc nulls last limit 1""")) {
            if (!row.next()) {
                return new Removed(0, null, null);
            }
            Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
            return new Removed(row.getLong(1), at, Retention.of(connection, at));
        }
    }

    boolean covers(Head head) {
        return head.toId() <= to;
    }

    /** What is wrong with the removal itself. */
    Optional<Finding> checked(Head last) {
        if (to == 0) {
            return Optional.empty();
        }
        if (last == null || last.toId() != to) {
            return Optional.of(Finding.entry(to, "ここまで削除したという記録があるが、封印の終わりではない"));
        }
        return last.sealedAt().isAfter(retention.endFor(at))
                ? Optional.of(Finding.seal(last.no(), "保存期間(%s)が過ぎる前に削除された".formatted(retention.told())))
                : Optional.empty();
    }
}
