package org.keizoku.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keizoku.TestDatabase;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.local.EmbeddedDatabase;
import org.keizoku.plan.SystemId;
import org.keizoku.recovery.Recovery.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The end of recoveries that were cut off, in an installation that did not know of it before too; as the application's own role. */
class RecoveryRowsTest {

    private static final ActivationNumber OPEN = new ActivationNumber("2026-001");
    private static final ActivationNumber ENDED = new ActivationNumber("2026-002");
    private static final SystemId MAIL = new SystemId("mail");
    private static final Instant AT_02_14 = Instant.parse("2026-01-15T17:14:00Z");
    private static final Instant DUE = AT_02_14.plus(Duration.ofHours(6));

    private static RecoveryRows rows;

    @BeforeAll
    static void an_installation_of_before() {
        var database = TestDatabase.empty();
        database.migrations().target("75").load().migrate();
        var owner = client(database, EmbeddedDatabase.OWNER);
        List.of(
                        "alter table activation drop constraint activation_plan_version_fkey",
                        activation(OPEN, "OPEN", "null"),
                        activation(ENDED, "STOOD_DOWN", "'2026-01-16T05:00+09:00'"),
                        recovery(OPEN, "web", "RECOVERING", "null"),
                        recovery(ENDED, "web", "VERIFYING", "null"),
                        recovery(ENDED, "mail", "FULLY", "'2026-01-16T04:00+09:00'"))
                .forEach(statement -> owner.sql(statement).update());
        database.migrations().load().migrate();
        rows = new RecoveryRows(client(database, EmbeddedDatabase.APPLICATION));
    }

    @Test
    void what_was_not_back_at_the_end_of_its_activation_stopped_then() {
        var web = new SystemId("web");
        assertThat(rows.get(ENDED, web).state()).isEqualTo(State.STOPPED);
        assertThat(rows.get(ENDED, web).stoppedAt()).isEqualTo(Instant.parse("2026-01-15T20:00:00Z"));
        assertThat(rows.get(ENDED, MAIL).state()).isEqualTo(State.FULLY);
        assertThat(rows.get(OPEN, web).state()).isEqualTo(State.RECOVERING);
    }

    @Test
    void what_is_stopped_is_judged_at_that_moment_and_stops_once() {
        rows.begin(OPEN, MAIL, AT_02_14, DUE);

        assertThat(rows.stopped(OPEN, MAIL, DUE)).isTrue();
        assertThat(rows.stopped(OPEN, MAIL, DUE.plusSeconds(60))).isFalse();

        Recovery stopped = rows.get(OPEN, MAIL);
        assertThat(stopped.isRunning()).isFalse();
        assertThat(stopped.stoppedAt()).isEqualTo(DUE);
        assertThat(stopped.isWithinRto(DUE.plus(Duration.ofDays(1)))).isTrue();
        assertThat(stopped.stateInWords()).isEqualTo("中止(1月16日 08:14)");
    }

    @Test
    void what_is_back_does_not_stop() {
        var register = new SystemId("resident-register");
        rows.begin(OPEN, register, AT_02_14, DUE);
        rows.restored(OPEN, register, State.PARTLY, DUE);

        assertThat(rows.stopped(OPEN, register, DUE.plusSeconds(60))).isFalse();
        assertThat(rows.get(OPEN, register).state()).isEqualTo(State.PARTLY);
    }

    @Test
    void what_begins_anew_has_told_nobody_and_expects_nothing() {
        var tax = new SystemId("tax");
        rows.begin(OPEN, tax, AT_02_14, DUE);
        rows.told(OPEN, tax, 3);
        rows.estimated(OPEN, tax, DUE);
        rows.stopped(OPEN, tax, DUE);

        rows.begin(OPEN, tax, DUE, DUE);

        assertThat(rows.get(OPEN, tax))
                .isEqualTo(new Recovery(OPEN, tax, State.RECOVERING, DUE, DUE, 0, null, null, null));
    }

    private static String activation(ActivationNumber number, String state, String closedAt) {
        return """
               insert into activation (number, event_type, facts, occurred_at, opened_at, opened_by, state, closed_at, plan_id, plan_version)
               values ('%s', 'earthquake', '{}', '2026-01-16T02:14+09:00', '2026-01-16T02:14+09:00', 'unyo', '%s', %s, 'p', 1)"""
                .formatted(number, state, closedAt);
    }

    private static String recovery(ActivationNumber number, String system, String state, String restoredAt) {
        return """
               insert into recovery (activation_number, system_id, state, started_at, rto_due_at, restored_at)
               values ('%s', '%s', '%s', '2026-01-16T02:14+09:00', '2026-01-16T08:14+09:00', %s)"""
                .formatted(number, system, state, restoredAt);
    }

    private static JdbcClient client(TestDatabase.Fresh database, String role) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), role, database.password()));
    }
}
