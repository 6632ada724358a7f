package org.keizoku.audit.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.keizoku.Keizoku;
import org.keizoku.plan.RecordRetention;

/**
 * How long the record is kept at least: as long as the plan says that was in force at the moment in question; where it says nothing, as
 * long as the longest history time to live of any procedure that was ever deployed.
 *
 * @param period by the calendar of Japan; of no length while nothing was deployed
 */
public record Retention(Period period) {

    private static final ZoneId ZONE = ZoneId.of(Keizoku.ZONE);

    /**
     * @param at when the record was or would be removed: what a later version of the plan says makes an earlier removal neither right nor wrong
     */
    public static Retention of(Connection connection, Instant at) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select yaml from plan_version where kept_at <= ? order by number desc limit 1")) {
            statement.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            var row = statement.executeQuery();
            var said = row.next() ? RecordRetention.saidIn(row.getString(1)) : Optional.<Period>empty();
            return new Retention(said.isPresent() ? said.get() : ofProcedures(connection));
        }
    }

    private static Period ofProcedures(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(history_ttl_), 0) from act_re_procdef")) {
            row.next();
            return Period.ofDays(row.getInt(1));
        }
    }

    /** What was recorded before this moment need not be kept any longer. */
    public Instant endFor(Instant now) {
        return now.atZone(ZONE).minus(period).toInstant();
    }

    /** For example 10年, 3650日. */
    public String told() {
        return part(period.getYears(), "年") + part(period.getMonths(), "か月") + part(period.getDays(), "日");
    }

    private static String part(int count, String unit) {
        return count == 0 ? "" : count + unit;
    }
}
