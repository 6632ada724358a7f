package org.keizoku.audit.verify;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.keizoku.audit.seal.EntryRow;
import org.keizoku.audit.seal.Hash;

/**
 * An entry as the database has it now: what of it can be compared.
 *
 * @param hash of the entry as it stands there
 * @param values whether its values are still those that it was written with
 */
record KeptEntry(long id, byte[] hash, Instant recordedAt, Values values) {

    /** The values beside an entry. */
    enum Values {
        AS_HASHED,
        CHANGED,
        GONE
    }

    /** The columns of a row, salt and values last. */
    static final String COLUMNS = EntryRow.COLUMNS + ", f.salt, f.facts";

    /** Of a row of {@link #COLUMNS}, as COPY gives it in its binary format. */
    static KeptEntry read(ByteBuffer copied) {
        var row = new BinaryRow(copied);
        var entry = new EntryRow(
                row.number(),
                row.text(),
                row.moment(),
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                row.bytes(),
                row.text(),
                row.moment());
        return new KeptEntry(entry.id(), entry.hash(), entry.recordedAt(), values(row.bytes(), row.bytes(), entry));
    }

    private static Values values(byte[] salt, byte[] facts, EntryRow entry) {
        if (facts == null) {
            return Values.GONE;
        }
        return Arrays.equals(Hash.of(salt, facts), entry.factsHash()) ? Values.AS_HASHED : Values.CHANGED;
    }
}
