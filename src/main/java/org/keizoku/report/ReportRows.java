package org.keizoku.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.keizoku.activation.ActivationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of reports to headquarters. */
@Repository
class ReportRows {

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number that the next report of the activation has. */
    int next(ActivationNumber activation) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from headquarters_report where activation_number = ?")
                .param(activation.value())
                .query(Integer.class)
                .single();
    }

    void draft(ActivationNumber activation, int number, String text, Instant at) {
        jdbc.sql(
                        """
                        insert into headquarters_report (activation_number, number, text, drafted_at)
                        values (?, ?, ?, ?)""")
                .params(activation.value(), number, text, Timestamp.from(at))
                .update();
    }

    void signed(ActivationNumber activation, int number, String by, String capacity, String remarks, Instant at) {
        jdbc.sql(
                        """
                        update headquarters_report set signed_by = ?, capacity = ?, remarks = ?, signed_at = ?
                        where activation_number = ? and number = ?""")
                .params(by, capacity, remarks, Timestamp.from(at), activation.value(), number)
                .update();
    }

    void handedOver(ActivationNumber activation, int number, Instant at) {
        jdbc.sql("update headquarters_report set handed_over_at = ? where activation_number = ? and number = ?")
                .params(Timestamp.from(at), activation.value(), number)
                .update();
    }

    List<HeadquartersReport> of(ActivationNumber activation) {
        return jdbc.sql("select * from headquarters_report where activation_number = ? order by number")
                .param(activation.value())
                .query(ReportRows::read)
                .list();
    }

    private static HeadquartersReport read(ResultSet row, int n) throws SQLException {
        return new HeadquartersReport(
                new ActivationNumber(row.getString("activation_number")),
                row.getInt("number"),
                row.getString("text"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getString("signed_by"),
                row.getString("capacity"),
                row.getString("remarks"),
                instant(row, "signed_at"),
                instant(row, "handed_over_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
