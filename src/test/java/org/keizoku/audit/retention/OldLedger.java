package org.keizoku.audit.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.keizoku.audit.LedgerOnTrial;
import org.keizoku.audit.seal.SealersOnTrial;
import org.keizoku.engine.StepHappened;

/**
 * A ledger of twelve years under a retention of ten: entry 1 of the key; 2–4 of 2014-001 and 5–7 of 2014-002, both over in 2014; 8–10 of
 * 2014-003, which still runs; 11–13 of 2014-004, over in 2014; 14–16 of this year. Each under a seal of its own.
 */
final class OldLedger {

    static final Instant NOW = LedgerOnTrial.NIGHT;

    final LedgerOnTrial ledger = new LedgerOnTrial();
    final SealersOnTrial sealers = new SealersOnTrial(ledger);

    OldLedger() throws SQLException {
        try (var owner = ledger.owner()) {
            execute(
                    owner,
                    """
                    insert into plan_version (plan_id, version, sha256, yaml, kept_at, approved_by, capacity, approved_at)
                        values ('city', '1', 'x', 'name: 見本市', '2014-01-01', 'system', '起動時', '2014-01-01');
                    insert into act_re_procdef (id_, key_, version_, deployment_id_, history_ttl_)
                        values ('activation:1', 'activation', 1, 'd1', 3650)""");
        }
        ledger.passes(Duration.ofDays(-12 * 365));
        sealers.seal(1);
        activation("2014-001", "CLOSED", "2014-02-01");
        activation("2014-002", "STOOD_DOWN", "2014-03-01");
        activation("2014-003", "OPEN", null);
        activation("2014-004", "CLOSED", "2014-05-01");
        ledger.passes(Duration.between(ledger.instant(), NOW).minus(Duration.ofHours(1)));
        activation("2026-001", "OPEN", null);
        ledger.passes(Duration.ofHours(1));
    }

    /** A month in which it runs, is recorded and, where it is over, ends. */
    private void activation(String number, String state, String closed) throws SQLException {
        ledger.passes(Duration.ofDays(30));
        step(StepHappened.What.PROCEDURE_STARTED, number);
        ledger.tell(number, "判断", Map.of("理由", "余震"));
        if (closed == null) {
            ledger.tell(number, "判断", Map.of("理由", "余震"));
        } else {
            step(StepHappened.What.PROCEDURE_ENDED, number);
        }
        try (var owner = ledger.owner()) {
            String at = "'%s'::timestamptz at time zone 'Asia/Tokyo'".formatted(ledger.instant());
            execute(
                    owner,
                    """
                    insert into activation (number, event_type, facts, occurred_at, opened_at, opened_by, state, closed_at, plan_id,
                            plan_version)
                        values ('%1$s', 'earthquake', '{}', '%4$s', '%4$s', 'joho1', '%2$s', %3$s, 'city', 1);
                    insert into act_hi_procinst (id_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_key_, proc_def_id_,
                            start_time_, end_time_, state_)
                        values ('%1$s', '%1$s', '%1$s', '%1$s', 'activation', 'activation:1', %5$s, %6$s, '%7$s');
                    insert into act_hi_varinst (id_, name_, proc_inst_id_, root_proc_inst_id_) values ('v-%1$s', 'x', '%1$s', '%1$s');
                    insert into act_ge_bytearray (id_, root_proc_inst_id_) values ('b-%1$s', '%1$s')"""
                            .formatted(
                                    number,
                                    state,
                                    closed == null ? "null" : "'" + closed + "'",
                                    ledger.instant(),
                                    at,
                                    closed == null ? "null" : at,
                                    closed == null ? "ACTIVE" : "COMPLETED"));
        }
        sealers.seal(1);
    }

    private void step(StepHappened.What what, String activation) {
        ledger.tell(new StepHappened(what, activation, "activation", "Event", "発動", "joho1", Map.of()));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
