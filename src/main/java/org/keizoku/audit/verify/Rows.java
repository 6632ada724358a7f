package org.keizoku.audit.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of a query one after the other, a few at a time from the database, with a look at the next one. */
final class Rows<T> implements AutoCloseable {

    /** Reads the row on which the result stands. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Reader<T> reader;
    private T next;

    /** Within the connection's transaction: outside of one everything would be fetched at once. */
    Rows(Connection connection, int atOnce, String sql, Reader<T> reader) throws SQLException {
        this.reader = reader;
        statement = connection.prepareStatement(sql);
        try {
            statement.setFetchSize(atOnce);
            rows = statement.executeQuery();
            advance();
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    /** Null after the last one. */
    T peek() {
        return next;
    }

    T take() throws SQLException {
        T taken = next;
        advance();
        return taken;
    }

    private void advance() throws SQLException {
        next = rows.next() ? reader.read(rows) : null;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
