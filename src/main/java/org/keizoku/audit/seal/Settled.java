package org.keizoku.audit.seal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Up to which id the ledger is settled: no entry up to it can still appear. Ids are given before the commit, so the newest entry may be
 * visible while one before it is not. Every writer has its transaction's number before its id; so once all transactions that were
 * numbered when an id was the last one are over, that id and those before it are settled.
 */
final class Settled {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private Mark waiting;
    private long settled;

    Settled(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The last id that is settled; it stands still while the oldest transaction that was open at the last mark still runs. */
    long upTo() {
        if (waiting == null && lastId() > settled) {
            waiting = transaction.execute(status -> mark());
        }
        if (waiting != null && oldestRunning() > waiting.transaction()) {
            settled = waiting.lastId();
            waiting = null;
        }
        return settled;
    }

    /**
     * The id first, then a transaction's number of our own: whoever took one of these ids has a lower number. The snapshot's upper
     * end would not do: it may be the number of a writer that is still open.
     */
    private Mark mark() {
        long lastId = lastId();
        long transaction = jdbc.sql("select pg_current_xact_id()::text::bigint")
                .query(Long.class)
                .single();
        return new Mark(lastId, transaction);
    }

    private long lastId() {
        return jdbc.sql("select case when is_called then last_value else 0 end from ledger_entry_id_seq")
                .query(Long.class)
                .single();
    }

    private long oldestRunning() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    private record Mark(long lastId, long transaction) {}
}
