package org.keizoku.audit.seal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the ledger is sealed, as the database says; whether it is true, verification tells. */
@Repository
public class SealState {

    private static final String UNSEALED =
            " from ledger_entry where id > coalesce((select to_id from ledger_seal order by no desc limit 1), 0)";

    private final JdbcClient jdbc;

    SealState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Head> newest() {
        return jdbc.sql("select %s from ledger_seal order by no desc limit 1".formatted(Seal.COLUMNS))
                .query((row, number) -> Seal.read(row).head())
                .optional();
    }

    /** How many entries wait for a seal. */
    public long unsealed() {
        return jdbc.sql("select count(*)" + UNSEALED).query(Long.class).single();
    }

    /** When the first of them was recorded. */
    public Optional<Instant> oldestUnsealed() {
        return jdbc.sql("select min(recorded_at)" + UNSEALED)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
