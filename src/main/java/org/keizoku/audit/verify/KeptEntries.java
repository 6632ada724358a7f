package org.keizoku.audit.verify;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The entries between two ids in their order, with a look at the next one. They are copied in pieces, so that the connection is free
 * in between, and hashed on threads of their own while the next piece comes.
 */
final class KeptEntries {

    private static final int PIECE = 10_000;
    private static final int TO_HASH_AT_ONCE = 1000;
    /** What comes before the first row: a signature of 11 bytes, flags, and the length of an extension that nobody has. */
    private static final int HEADER = 19;

    /** The ids are said of both tables: from the one the planner does not conclude on the other, and reads it from its beginning. */
    private static final String COPY =
            """
            copy (select %1$s from ledger_entry e left join ledger_facts f
                    on f.entry_id = e.id and f.entry_id between '%2$d' and '%3$d'
                where e.id between '%2$d' and '%3$d' order by e.id limit %4$d)
            to stdout (format binary)""";

    private final Connection connection;
    private final long to;
    private final Hashers hashers;
    private final Queue<Future<List<KeptEntry>>> ahead = new ArrayDeque<>();
    private Iterator<KeptEntry> hashed = List.<KeptEntry>of().iterator();
    private KeptEntry next;
    private long from;
    private boolean hasMore = true;

    /** Within the connection's transaction, so that all pieces are of one state. */
    KeptEntries(Connection connection, Hashers hashers, long from, long to) throws SQLException {
        this.connection = connection;
        this.hashers = hashers;
        this.from = from;
        this.to = to;
        advance();
    }

    /** Null after the last one. */
    KeptEntry peek() {
        return next;
    }

    KeptEntry take() throws SQLException {
        KeptEntry taken = next;
        advance();
        return taken;
    }

    private void advance() throws SQLException {
        while (!hashed.hasNext() && (hasMore || !ahead.isEmpty())) {
            if (hasMore && ahead.size() < PIECE / TO_HASH_AT_ONCE) {
                copyPiece();
            }
            if (!ahead.isEmpty()) {
                hashed = Hashers.finished(ahead.remove()).iterator();
            }
        }
        next = hashed.hasNext() ? hashed.next() : null;
    }

    private void copyPiece() throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(COPY.formatted(KeptEntry.COLUMNS, from, to, PIECE));
        List<ByteBuffer> rows = new ArrayList<>(PIECE);
        int skip = HEADER;
        // The server sends one message for each row, and one for the end, which has no row.
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            var row = ByteBuffer.wrap(message, skip, message.length - skip).slice();
            if (row.remaining() > Short.BYTES) {
                rows.add(row);
            }
            skip = 0;
        }
        hasMore = rows.size() == PIECE;
        if (hasMore) {
            long last = new BinaryRow(rows.get(PIECE - 1).duplicate()).number();
            hasMore = last < to;
            from = last + 1;
        }
        for (int begin = 0; begin < rows.size(); begin += TO_HASH_AT_ONCE) {
            var part = rows.subList(begin, Math.min(begin + TO_HASH_AT_ONCE, rows.size()));
            ahead.add(hashers.begin(() -> part.stream().map(KeptEntry::read).toList()));
        }
    }
}
