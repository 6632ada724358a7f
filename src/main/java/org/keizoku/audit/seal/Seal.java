package org.keizoku.audit.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** All that the head says, with its signature and its hash, as it is told outside. */
    Map<String, Object> said() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("no", head.no());
        said.put("fromId", head.fromId());
        said.put("toId", head.toId());
        said.put("entries", head.entries());
        said.put("root", Hash.hex(head.root()));
        said.put("previous", Hash.hex(head.previous()));
        said.put("sealedAt", head.sealedAt().toString());
        said.put("keyId", head.keyId());
        said.put("signature", Hash.hex(signature));
        said.put("hash", Hash.hex(head.hash()));
        return said;
    }
}
