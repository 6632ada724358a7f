package org.keizoku.audit.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * How long the record is kept at least: as long as the longest history time to live of any procedure that was ever deployed.
 *
 * @param days of 24 hours; none while nothing was deployed
 */
public record Retention(int days) {

    public static Retention of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(history_ttl_), 0) from act_re_procdef")) {
            row.next();
            return new Retention(row.getInt(1));
        }
    }

    /** What was recorded before this moment need not be kept any longer. */
    public Instant endFor(Instant now) {
        return now.minus(Duration.ofDays(days));
    }
}
