package org.keizoku.audit.verify;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The database of a command; its password comes from the environment, where no list of processes shows it. */
public final class LedgerDatabase {

    static final String PASSWORD = "KEIZOKU_DB_PASSWORD";

    @Option(names = "--url", required = true, paramLabel = "URL", description = "データベース(jdbc:postgresql://…)")
    private String url;

    @Option(
            names = "--user",
            required = true,
            paramLabel = "USER",
            description = "データベースの利用者。パスワードは環境変数 KEIZOKU_DB_PASSWORD から読む")
    private String user;

    /** One state of the database, only to be read. */
    Connection connect() throws SQLException {
        var connection = connectToChange();
        connection.setReadOnly(true);
        return connection;
    }

    /** One state of the database; what is not committed is not changed. */
    public Connection connectToChange() throws SQLException {
        var connection = DriverManager.getConnection(url, user, System.getenv(PASSWORD));
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    /** The database's clock: here runs no engine whose clock could be read. */
    public static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }
}
