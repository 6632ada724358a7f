package org.keizoku.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.SystemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of recoveries: one row per system of an activation. */
@Repository
class RecoveryRows {

    private final JdbcClient jdbc;

    RecoveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins, or begins anew where the damage came back. */
    void begin(ActivationNumber activation, SystemId system, Instant now, Instant due) {
        jdbc.sql(
                        """
                        insert into recovery (activation_number, system_id, state, started_at, rto_due_at)
                        values (?, ?, 'RECOVERING', ?, ?)
                        on conflict (activation_number, system_id) do update
                        set state = 'RECOVERING', started_at = excluded.started_at, rto_due_at = excluded.rto_due_at,
                            milestones_told = 0, estimated_at = null, level = null, restored_at = null, stopped_at = null""")
                .params(activation.value(), system.value(), Timestamp.from(now), Timestamp.from(due))
                .update();
    }

    void told(ActivationNumber activation, SystemId system, int milestones) {
        jdbc.sql("update recovery set milestones_told = ? where activation_number = ? and system_id = ?")
                .params(milestones, activation.value(), system.value())
                .update();
    }

    void estimated(ActivationNumber activation, SystemId system, Instant at) {
        jdbc.sql("update recovery set estimated_at = ? where activation_number = ? and system_id = ?")
                .params(Timestamp.from(at), activation.value(), system.value())
                .update();
    }

    void state(ActivationNumber activation, SystemId system, Recovery.State state) {
        jdbc.sql("update recovery set state = ? where activation_number = ? and system_id = ?")
                .params(state.name(), activation.value(), system.value())
                .update();
    }

    void restored(ActivationNumber activation, SystemId system, Recovery.State state, Instant at) {
        jdbc.sql("update recovery set state = ?, restored_at = ? where activation_number = ? and system_id = ?")
                .params(state.name(), Timestamp.from(at), activation.value(), system.value())
                .update();
    }

    /** Ends what is not back; whether there was something to end. */
    boolean stopped(ActivationNumber activation, SystemId system, Instant at) {
        return jdbc.sql(
                                """
                                update recovery set state = 'STOPPED', stopped_at = ?
                                where activation_number = ? and system_id = ? and restored_at is null and stopped_at is null""")
                        .params(Timestamp.from(at), activation.value(), system.value())
                        .update()
                > 0;
    }

    Recovery get(ActivationNumber activation, SystemId system) {
        return jdbc.sql("select * from recovery where activation_number = ? and system_id = ?")
                .params(activation.value(), system.value())
                .query(RecoveryRows::read)
                .single();
    }

    List<Recovery> of(ActivationNumber activation) {
        return jdbc.sql("select * from recovery where activation_number = ? order by rto_due_at, system_id")
                .param(activation.value())
                .query(RecoveryRows::read)
                .list();
    }

    private static Recovery read(ResultSet row, int n) throws SQLException {
        return new Recovery(
                new ActivationNumber(row.getString("activation_number")),
                new SystemId(row.getString("system_id")),
                Recovery.State.valueOf(row.getString("state")),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("rto_due_at").toInstant(),
                row.getInt("milestones_told"),
                instant(row, "estimated_at"),
                instant(row, "restored_at"),
                instant(row, "stopped_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
