package org.keizoku.downgrade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.downgrade.Downgrade.Decided;
import org.keizoku.downgrade.Downgrade.State;
import org.keizoku.plan.Matter;
import org.keizoku.plan.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what was asked for. */
@Repository
class DowngradeRows {

    private final JdbcClient jdbc;

    DowngradeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Request asked, PersonId by, Instant at) {
        return jdbc.sql(
                        """
                        insert into downgrade (activation_number, matter, information_level, target, reason, compensation, restoration,
                            executor, until_asked, break_glass, requested_by, requested_at, until_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'REQUESTED') returning number""")
                .params(
                        asked.activation().value(),
                        asked.matter().code(),
                        asked.level(),
                        asked.target(),
                        asked.reason(),
                        asked.compensation(),
                        asked.restoration(),
                        asked.executor(),
                        Timestamp.from(asked.until()),
                        asked.breakGlass(),
                        by.value(),
                        Timestamp.from(at),
                        Timestamp.from(asked.until()))
                .query(Long.class)
                .single();
    }

    void state(long number, State state) {
        jdbc.sql("update downgrade set state = ? where number = ?")
                .params(state.name(), number)
                .update();
    }

    void decided(long number, Decided decision, String reason) {
        jdbc.sql(
                        """
                        update downgrade set approved = ?, decided_by = ?, decided_as = ?, decided_at = ?, decided_fingerprint = ?,
                            decision_reason = ?
                        where number = ?""")
                .params(
                        decision.approved(),
                        decision.by(),
                        decision.as(),
                        Timestamp.from(decision.at()),
                        decision.fingerprint(),
                        reason,
                        number)
                .update();
    }

    void applied(long number, State state, Instant at, String note) {
        jdbc.sql("update downgrade set state = ?, applied_at = ?, applied_note = ? where number = ?")
                .params(state.name(), Timestamp.from(at), note, number)
                .update();
    }

    void restored(long number, Instant at, String note) {
        jdbc.sql("update downgrade set state = 'RESTORED', restored_at = ?, restored_note = ? where number = ?")
                .params(Timestamp.from(at), note, number)
                .update();
    }

    void verified(long number, Instant at, String note) {
        jdbc.sql("update downgrade set state = 'VERIFIED', verified_at = ?, verified_note = ? where number = ?")
                .params(Timestamp.from(at), note, number)
                .update();
    }

    void until(long number, Instant until) {
        jdbc.sql("update downgrade set until_at = ? where number = ?")
                .params(Timestamp.from(until), number)
                .update();
    }

    Optional<Downgrade> find(long number) {
        return jdbc.sql("select * from downgrade where number = ?")
                .param(number)
                .query(DowngradeRows::read)
                .optional();
    }

    /** Whoever changes it holds its row until the end of the transaction. */
    Downgrade locked(long number) {
        return jdbc.sql("select * from downgrade where number = ? for update")
                .param(number)
                .query(DowngradeRows::read)
                .single();
    }

    /** In the order in which they were asked for. */
    List<Downgrade> of(ActivationNumber activation) {
        return jdbc.sql("select * from downgrade where activation_number = ? order by number")
                .param(activation.value())
                .query(DowngradeRows::read)
                .list();
    }

    /** Of all activations, what nobody has closed; the rest is {@link Downgrade#isOpen()}'s to say. */
    List<Downgrade> open() {
        return jdbc.sql(
                        """
                        select * from downgrade where state in ('REQUESTED', 'APPROVED', 'IN_FORCE', 'RESTORED', 'VERIFIED')
                            or break_glass and approved is null order by number""")
                .query(DowngradeRows::read)
                .list();
    }

    private static Downgrade read(ResultSet row, int n) throws SQLException {
        Boolean approved = row.getObject("approved", Boolean.class);
        return new Downgrade(
                row.getLong("number"),
                request(row),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                instant(row, "until_at"),
                State.valueOf(row.getString("state")),
                approved == null
                        ? null
                        : new Decided(
                                approved,
                                row.getString("decided_by"),
                                row.getString("decided_as"),
                                instant(row, "decided_at"),
                                row.getString("decided_fingerprint")),
                instant(row, "applied_at"),
                instant(row, "restored_at"),
                instant(row, "verified_at"));
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                new ActivationNumber(row.getString("activation_number")),
                Matter.named(row.getString("matter")),
                row.getObject("information_level", Integer.class),
                row.getString("target"),
                row.getString("reason"),
                row.getString("compensation"),
                row.getString("restoration"),
                row.getString("executor"),
                instant(row, "until_asked"),
                row.getBoolean("break_glass"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
