package org.keizoku.audit.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** A row of ledger_seal: a signed head, with the leaves under it. */
public record Seal(Head head, byte[] signature, byte[] leaves) {

    public static final String COLUMNS =
            "no, from_id, to_id, entries, root, previous, sealed_at, key_id, signature, leaves";

    /** Reads the columns by their names. */
    public static Seal read(ResultSet row) throws SQLException {
        var head = new Head(
                row.getLong("no"),
                row.getLong("from_id"),
                row.getLong("to_id"),
                row.getInt("entries"),
                row.getBytes("root"),
                row.getBytes("previous"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getString("key_id"));
        return new Seal(head, row.getBytes("signature"), row.getBytes("leaves"));
    }
}
