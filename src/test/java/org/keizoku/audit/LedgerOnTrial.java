package org.keizoku.audit;

import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.keizoku.TestDatabase;
import org.keizoku.engine.Actor;
import org.keizoku.engine.Fact;
import org.keizoku.engine.StepHappened;
import org.keizoku.local.EmbeddedDatabase;
import org.keizoku.plan.Plans;
import org.keizoku.testing.HandMovedClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The real ledger in a database of its own, without the application around it, under a clock that is moved by hand. */
public final class LedgerOnTrial extends HandMovedClock {

    public static final Instant NIGHT = Instant.parse("2026-01-04T17:14:00Z");

    private final TestDatabase.Fresh database = TestDatabase.migrated();
    private final DataSource application = as(EmbeddedDatabase.APPLICATION);
    private final JdbcClient jdbc = JdbcClient.create(application);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(application));
    private final Ledger ledger = new Ledger(jdbc, new ObjectMapper(), this, mock(Actor.class), mock(Plans.class));

    public LedgerOnTrial() {
        super(NIGHT);
    }

    private DataSource as(String role) {
        return new DriverManagerDataSource(database.url(), role, database.password());
    }

    public TestDatabase.Fresh database() {
        return database;
    }

    public DataSource application() {
        return application;
    }

    /** As the application's role. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    /** A connection as the owner, who may do anything; to be closed. */
    public Connection owner() {
        return connection(EmbeddedDatabase.OWNER);
    }

    public Connection connection(String role) {
        try {
            return DriverManager.getConnection(database.url(), role, database.password());
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Puts one entry on the record; in the transaction that is open, otherwise in its own. */
    public void tell(String activation, String told, Map<String, ?> values) {
        ledger.on(new Fact(activation, instant(), "joho1", null, "decision", told, values));
    }

    /** Puts a step of the engine on the record. */
    public void tell(StepHappened step) {
        ledger.on(step);
    }

    public long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
