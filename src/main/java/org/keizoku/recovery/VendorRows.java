package org.keizoku.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.SystemId;
import org.keizoku.recovery.VendorRequest.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of requests to vendors: one row per system of an activation. */
@Repository
class VendorRows {

    private final JdbcClient jdbc;

    VendorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks a contact point: the first, or one more. */
    void ask(ActivationNumber activation, SystemId system, String vendor, int contactNo, Instant now) {
        jdbc.sql(
                        """
                        insert into vendor_request (activation_number, system_id, vendor_id, state, contact_no, requested_at)
                        values (?, ?, ?, 'ASKING', ?, ?)
                        on conflict (activation_number, system_id) do update
                        set vendor_id = excluded.vendor_id, state = 'ASKING', contact_no = excluded.contact_no,
                            requested_at = excluded.requested_at, arrival_due_at = null, arrived_at = null, ended_at = null""")
                .params(activation.value(), system.value(), vendor, contactNo, Timestamp.from(now))
                .update();
    }

    void expected(ActivationNumber activation, SystemId system, Instant due) {
        update(activation, system, State.EXPECTED, "arrival_due_at", due);
    }

    void atWork(ActivationNumber activation, SystemId system, Instant arrived) {
        update(activation, system, State.AT_WORK, "arrived_at", arrived);
    }

    void ended(ActivationNumber activation, SystemId system, State state, Instant now) {
        update(activation, system, state, "ended_at", now);
    }

    Optional<VendorRequest> find(ActivationNumber activation, SystemId system) {
        return jdbc.sql("select * from vendor_request where activation_number = ? and system_id = ?")
                .params(activation.value(), system.value())
                .query(VendorRows::read)
                .optional();
    }

    private void update(ActivationNumber activation, SystemId system, State state, String column, Instant at) {
        jdbc.sql("update vendor_request set state = ?, %s = ? where activation_number = ? and system_id = ?"
                        .formatted(column))
                .params(state.name(), Timestamp.from(at), activation.value(), system.value())
                .update();
    }

    private static VendorRequest read(ResultSet row, int n) throws SQLException {
        return new VendorRequest(
                new ActivationNumber(row.getString("activation_number")),
                new SystemId(row.getString("system_id")),
                row.getString("vendor_id"),
                State.valueOf(row.getString("state")),
                row.getInt("contact_no"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row, "arrival_due_at"),
                instant(row, "arrived_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
