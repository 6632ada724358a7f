package org.keizoku.audit.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keizoku.audit.verify.Finding;
import org.keizoku.audit.verify.Terms;
import org.keizoku.audit.verify.Verification;

/**
 * One removal, in the transaction of its connection, which is the owner's: the entries under the expired seals, and what the engine's
 * history and the rooms' own tables say about the same. It verifies before and after; where either is not sound nothing may be committed.
 */
final class Removal {

    /** Those that carry the root's id; the roots themselves come last. */
    private static final List<String> HISTORY = List.of(
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_identitylink",
            "act_hi_comment",
            "act_hi_attachment",
            "act_hi_incident",
            "act_hi_job_log",
            "act_hi_ext_task_log",
            "act_hi_op_log",
            "act_hi_dec_in",
            "act_hi_dec_out",
            "act_hi_decinst",
            "act_ge_bytearray",
            "act_hi_procinst");

    private static final String EXPIRED =
            """
            create temporary table expired_run on commit drop as
            select root.id_ as id from act_hi_procinst root
            where root.id_ = root.root_proc_inst_id_ and root.end_time_ is not null and (
                exists (select 1 from activation where number = root.business_key_
                    and exists (select 1 from ledger_entry where id <= ? and activation_number = number))
                or not exists (select 1 from activation where number = root.business_key_)
                    and root.end_time_ at time zone 'Asia/Tokyo' <= (select max(recorded_at) from ledger_entry where id <= ?))""";

    /** Expired with all that they have in the period: an activation goes as a whole. */
    private static final String ACTIVATIONS =
            """
            create temporary table expired_activation on commit drop as
            select distinct activation_number as number from ledger_entry where id <= ? and activation_number is not null""";

    /** These know a run of a procedure or a message, and no activation. */
    private static final List<String> WITHOUT_NUMBER =
            List.of("delete from matter_task where matter in (%s)", "delete from matter_hand where matter in (%s)");

    private static final String RUNS =
            "select id_ from act_hi_procinst where root_proc_inst_id_ in (select id from expired_run)";

    private static final String REPORTS =
            """
            delete from provider_report where provider_id in (
                select provider_id from notice where activation_number in (select number from expired_activation))""";

    private final Connection connection;
    private final Instant now;

    Removal(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** The findings that forbid it. */
    List<Finding> unsound() throws SQLException {
        var terms = new Terms(Optional.empty(), Set.of(), Map.of(), Duration.ofDays(1), now, () -> false);
        return new Verification(connection, terms).run().findings();
    }

    /** Gives how many entries went. */
    long remove(Period period, String by, String reason) throws SQLException {
        try (var expired = connection.prepareStatement(EXPIRED)) {
            expired.setLong(1, period.lastEntry());
            expired.setLong(2, period.lastEntry());
            expired.execute();
        }
        try (var expired = connection.prepareStatement(ACTIVATIONS)) {
            expired.setLong(1, period.lastEntry());
            expired.execute();
        }
        try (var statement = connection.createStatement()) {
            for (String delete : WITHOUT_NUMBER) {
                statement.executeUpdate(delete.formatted(RUNS));
            }
            statement.executeUpdate(REPORTS);
            new RoomTables(connection).remove("select number from expired_activation");
            statement.execute("drop table expired_activation");
            for (String table : HISTORY) {
                statement.executeUpdate(
                        "delete from %s where root_proc_inst_id_ in (select id from expired_run)".formatted(table));
            }
        }
        try (PreparedStatement remove = connection.prepareStatement("select ledger_remove(?, ?, ?, ?)")) {
            remove.setLong(1, period.lastSeal());
            remove.setString(2, by);
            remove.setString(3, reason);
            remove.setObject(4, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            var removed = remove.executeQuery();
            removed.next();
            return removed.getLong(1);
        }
    }
}
