package org.keizoku.notice;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The wire between a node and its database: while it is cut every connection has ended, and no other is made. */
final class Wire extends AbstractDataSource {

    private final DriverManagerDataSource database;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Wire(DriverManagerDataSource database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        refuseWhileCut();
        Connection connection = database.getConnection();
        open.add(connection);
        if (cut) {
            end(connection);
        }
        refuseWhileCut();
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    /** At this moment, whatever the connections are in the middle of. */
    void cut() {
        cut = true;
        open.forEach(Wire::end);
        open.clear();
    }

    void mend() {
        cut = false;
    }

    private void refuseWhileCut() throws SQLException {
        if (cut) {
            throw new SQLException("the wire is cut", "08006");
        }
    }

    private static void end(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException alreadyEnded) {
            // As it should be.
        }
    }
}
