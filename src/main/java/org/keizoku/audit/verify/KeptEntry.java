package org.keizoku.audit.verify;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.keizoku.audit.seal.EntryRow;
import org.keizoku.audit.seal.Hash;

/** An entry as the database has it now, with its values where they are still there. */
record KeptEntry(EntryRow row, byte[] salt, String facts) {

    static final String SELECT =
            "select %s, f.salt, f.facts from ledger_entry e left join ledger_facts f on f.entry_id = e.id"
                    .formatted(EntryRow.COLUMNS);

    static KeptEntry read(ResultSet row) throws SQLException {
        return new KeptEntry(EntryRow.read(row), row.getBytes("salt"), row.getString("facts"));
    }

    long id() {
        return row.id();
    }

    boolean hasValues() {
        return facts != null;
    }

    boolean valuesAreAsHashed() {
        return Arrays.equals(Hash.of(salt, facts.getBytes(StandardCharsets.UTF_8)), row.factsHash());
    }
}
