package org.keizoku.audit.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A row of the ledger as it is hashed: every column, the values by their salted hash only. */
public record EntryRow(
        long id,
        String activation,
        Instant at,
        String actor,
        String capacity,
        String kind,
        String told,
        byte[] factsHash,
        String origin,
        Instant recordedAt) {

    /** The columns of ledger_entry (named e in the query) in the order in which they are hashed. */
    public static final String COLUMNS =
            "e.id, e.activation_number, e.at, e.actor, e.capacity, e.kind, e.told, e.facts_hash, e.origin, e.recorded_at";

    /** Reads the first ten columns of the result, which are {@link #COLUMNS}. */
    public static EntryRow read(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBytes(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    public byte[] hash() {
        return Hash.of(new Canonical("keizoku-entry-1")
                .add(id)
                .add(activation)
                .add(at)
                .add(actor)
                .add(capacity)
                .add(kind)
                .add(told)
                .add(factsHash)
                .add(origin)
                .add(recordedAt)
                .bytes());
    }
}
