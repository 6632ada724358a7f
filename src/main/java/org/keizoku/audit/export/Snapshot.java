package org.keizoku.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The database as it is at one moment, read in pieces however large it is. */
@Component
class Snapshot {

    private static final int ROWS_AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneState;

    Snapshot(DataSource database, PlatformTransactionManager transactions) {
        jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(ROWS_AT_ONCE);
        oneState = new TransactionTemplate(transactions);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneState.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneState.setReadOnly(true);
    }

    /** Whatever the reader asks is answered from one state; moments that the database writes are in UTC. */
    void read(Consumer<JdbcTemplate> reader) {
        oneState.executeWithoutResult(state -> {
            jdbc.execute("set local time zone 'UTC'");
            reader.accept(jdbc);
        });
    }

    /** The first column of each row as a line of its own. */
    static BundleZip.Contents lines(JdbcTemplate jdbc, String sql, Object... parameters) {
        return out -> jdbc.query(sql, (RowCallbackHandler) row -> line(out, row.getString(1)), parameters);
    }

    static void line(OutputStream out, String text) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
