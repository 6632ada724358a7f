package org.keizoku.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keizoku.TestDatabase;
import org.keizoku.local.EmbeddedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An installation in which security was lowered before all hands stood in one table. */
class HandsMigrationTest {

    @Test
    void who_had_a_part_keeps_it_and_what_runs_knows_its_matter() {
        var database = TestDatabase.empty();
        database.migrations().target("66").load().migrate();
        var owner = JdbcClient.create(
                new DriverManagerDataSource(database.url(), EmbeddedDatabase.OWNER, database.password()));
        List.of(
                        "alter table downgrade drop constraint downgrade_activation_number_fkey",
                        "alter table decision drop constraint decision_activation_number_fkey",
                        downgrade("joho1", false),
                        downgrade("joho2", true),
                        hand(1, "joho1", "REQUESTER"),
                        hand(1, "ict-bucho", "APPROVER"),
                        hand(1, "joho2", "EXECUTOR"),
                        hand(2, "joho2", "REQUESTER"),
                        hand(2, "joho3", "REQUESTER"),
                        "insert into act_ru_execution (id_, proc_inst_id_) values ('run-1', 'run-1'), ('decide-2', 'decide-2')",
                        variable("v1", "run-1", 1),
                        variable("v2", "decide-2", 2),
                        task("restore-1", "run-1", "Task_RestoreDowngrade"),
                        task("verify-1", "run-1", "Task_VerifyRestoration"),
                        task("other-1", "run-1", "Task_CollectAccessLog"),
                        task("decide-2", "decide-2", "Task_Decide"),
                        "insert into matter_task (task_id, matter, side) values ('decide-2', 'firewall', 'APPROVER')",
                        """
                        insert into decision (activation_number, decision_id, process_instance, role, matter, briefing, asked_at)
                        values ('2026-001', 'approve-downgrade', 'decide-2', 'cio', 'firewall', '', now())""")
                .forEach(statement -> owner.sql(statement).update());

        database.migrations().load().migrate();

        assertThat(lines(owner, "select matter || ' ' || person_id || ' ' || side from matter_hand"))
                .containsExactlyInAnyOrder(
                        "downgrade/1 joho1 REQUESTER",
                        "downgrade/1 ict-bucho APPROVER",
                        "downgrade/1 joho2 EXECUTOR",
                        "downgrade/2 joho2 BREAK_GLASS",
                        "downgrade/2 joho3 REQUESTER");
        assertThat(lines(owner, "select process_instance || ' ' || matter from matter_process"))
                .containsExactlyInAnyOrder("run-1 downgrade/1", "decide-2 downgrade/2");
        assertThat(lines(owner, "select task_id || ' ' || matter || ' ' || side from matter_task"))
                .containsExactlyInAnyOrder(
                        "restore-1 downgrade/1 EXECUTOR",
                        "verify-1 downgrade/1 VERIFIER",
                        "decide-2 downgrade/2 APPROVER");
        assertThat(lines(owner, "select matter from decision")).containsExactly("downgrade/2");
        assertThat(lines(owner, "select coalesce(to_regclass('downgrade_hand')::text, 'gone')"))
                .containsExactly("gone");
    }

    private static String downgrade(String by, boolean breakGlass) {
        return """
               insert into downgrade (activation_number, matter, target, reason, compensation, restoration, executor, until_asked,
                   break_glass, requested_by, requested_at, until_at, state)
               values ('2026-001', 'firewall', 'x', 'x', 'x', 'x', 'x', now() + interval '1 hour', %s, '%s', now(), now(), 'REQUESTED')"""
                .formatted(breakGlass, by);
    }

    private static String hand(int downgrade, String person, String part) {
        return "insert into downgrade_hand (downgrade, person_id, part, taken_at) values (%d, '%s', '%s', now())"
                .formatted(downgrade, person, part);
    }

    private static String variable(String id, String instance, int number) {
        return """
               insert into act_ru_variable (id_, type_, name_, long_, execution_id_, proc_inst_id_, var_scope_, is_concurrent_local_)
               values ('%s', 'long', 'downgradeNumber', %d, '%s', '%s', '%s', false)"""
                .formatted(id, number, instance, instance, instance);
    }

    private static String task(String id, String instance, String step) {
        return "insert into act_ru_task (id_, name_, priority_, suspension_state_, task_def_key_, proc_inst_id_) values ('%s', 'x', 50, 1, '%s', '%s')"
                .formatted(id, step, instance);
    }

    private static List<String> lines(JdbcClient owner, String query) {
        return owner.sql(query).query(String.class).list();
    }
}
