package org.keizoku.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.audit.verify.Finding;
import org.keizoku.audit.verify.Terms;
import org.keizoku.audit.verify.Verification;
import org.keizoku.local.EmbeddedDatabase;

/** Each test removes as the owner in a transaction that is taken back. */
class RemovalTest {

    private static final Instant IN_2015 = Instant.parse("2015-01-01T00:00:00Z");

    /** One row of several rooms: those that bear the number, those that hang on them, and those that know a run or a message only. */
    private static final String KEPT =
            """
            insert into site_survey (activation_number, site_id, usable, surveyed_by, surveyed_at)
                values ('NUMBER', 'main', 'YES', 'joho1', '2014-01-02');
            with link as (
                insert into answer_link (activation_number, person_id, purpose, issued_at, expires_at)
                    values ('NUMBER', 'joho1', 'ANSWER', '2014-01-02', '2014-01-09') returning id)
            insert into call_out (activation_number, person_id, called_at, link_id, subject, text)
                select 'NUMBER', 'joho1', '2014-01-02', id, '参集', '参集' from link;
            insert into answer (activation_number, person_id, safety, answered_by, answered_at)
                values ('NUMBER', 'joho1', 'SAFE', 'joho1', '2014-01-02');
            with sent as (
                insert into notice (activation_number, step, round, person_id, channel, urgency, subject, text, state, planned_at,
                        due_at, changed_at, provider_id)
                    values ('NUMBER', 'call-out', 0, 'joho1', 'SMS', 'ASSEMBLY', '参集', '参集', 'ACCEPTED', '2014-01-02', '2014-01-02',
                        '2014-01-02', 'SM-NUMBER') returning id)
            insert into notice_attempt (notice_id, n, begun_at, outcome) select id, 1, '2014-01-02', 'ACCEPTED' from sent;
            insert into provider_report (at, provider_id, status) values ('2014-01-02', 'SM-NUMBER', 'delivered');
            insert into decision (activation_number, decision_id, process_instance, role, briefing, asked_at, matter)
                values ('NUMBER', 'take-command', 'NUMBER', 'cio', '', '2014-01-02', 'NUMBER');
            insert into matter_hand (matter, person_id, side, acted_at) values ('NUMBER', 'joho1', 'APPROVER', '2014-01-02');
            """;

    private static OldLedger old;

    private Connection owner;

    @BeforeAll
    static void twelve_years() throws SQLException {
        old = new OldLedger();
    }

    @BeforeEach
    void begin() throws SQLException {
        owner = old.ledger.owner();
        owner.setAutoCommit(false);
    }

    @AfterEach
    void take_back() throws SQLException {
        owner.rollback();
        owner.close();
    }

    @Test
    void whole_periods_go_up_to_the_one_that_still_runs_and_the_rest_verifies() throws SQLException {
        var period = expired(IN_2015);

        assertThat(period.lastSeal()).isEqualTo(3);
        assertThat(period.lastEntry()).isEqualTo(7);
        assertThat(period.kept()).containsExactly("発動 2014-003 は、この日より前に終わっていない");
        assertThat(remove(period)).isEqualTo(7);
        assertThat(found()).isEmpty();
        assertThat(ids("select id from ledger_entry where kind <> 'ledger-removed'"))
                .containsExactly(8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L);
        assertThat(ids("select entry_id from ledger_facts"))
                .doesNotContain(7L)
                .contains(8L, 16L)
                .hasSize(10);
    }

    @Test
    void the_signed_heads_stay_and_lose_their_leaves_only() throws SQLException {
        String heads = "select string_agg(md5(concat(no, root, previous, signature)), '' order by no) from ledger_seal";
        String before = text(heads);

        remove(expired(IN_2015));

        assertThat(text(heads)).isEqualTo(before);
        assertThat(ids("select no from ledger_seal where leaves = ''")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void the_removal_is_an_entry() throws SQLException {
        remove(expired(IN_2015));

        assertThat(
                        text(
                                """
                        select concat_ws(' ', actor, told, facts) from ledger_entry join ledger_facts on entry_id = id
                        where kind = 'ledger-removed'"""))
                .contains("kiroku 保存期間が過ぎた記録(7 まで)を削除", "\"最後の封印\" : 3", "\"削除した件数\" : 7", "満了");
    }

    @Test
    void the_engines_history_of_the_same_goes_with_it_and_no_other() throws SQLException {
        remove(expired(IN_2015));

        assertThat(text("select string_agg(id_, ' ' order by id_) from act_hi_procinst"))
                .isEqualTo("2014-003 2014-004 2026-001");
        assertThat(text("select string_agg(id_, ' ' order by id_) from act_hi_varinst"))
                .isEqualTo("v-2014-003 v-2014-004 v-2026-001");
        assertThat(
                        text(
                                "select string_agg(id_, ' ' order by id_) from act_ge_bytearray where root_proc_inst_id_ is not null"))
                .isEqualTo("b-2014-003 b-2014-004 b-2026-001");
    }

    @Test
    void what_the_rooms_keep_of_the_same_goes_with_it_and_no_other() throws SQLException {
        OldLedger.execute(owner, kept("2014-001") + kept("2014-003"));

        remove(expired(IN_2015));

        assertThat(found()).isEmpty();
        assertThat(text("select string_agg(number, ' ' order by number) from activation"))
                .isEqualTo("2014-003 2014-004 2026-001");
        for (String table : List.of("site_survey", "answer_link", "call_out", "answer", "notice", "decision")) {
            assertThat(text("select string_agg(activation_number, ' ') from " + table))
                    .as(table)
                    .isEqualTo("2014-003");
        }
        assertThat(text("select string_agg(person_id, ' ') from notice_attempt join notice on notice.id = notice_id"))
                .isEqualTo("joho1");
        assertThat(text("select count(*) from notice_attempt")).isEqualTo("1");
        assertThat(text("select string_agg(provider_id, ' ') from provider_report"))
                .isEqualTo("SM-2014-003");
        assertThat(text("select string_agg(matter, ' ') from matter_hand")).isEqualTo("2014-003");
    }

    @Test
    void the_plan_in_force_says_how_long_and_a_later_one_does_not_judge_an_earlier_removal() throws SQLException {
        String said = "update plan_version set yaml = 'retention: {records: %s}'";
        OldLedger.execute(owner, said.formatted("P20Y"));
        remove(expired(IN_2015));
        assertThat(found()).containsExactly("封印 3: 保存期間(20年)が過ぎる前に削除された");

        OldLedger.execute(owner, said.formatted("P11Y"));
        assertThat(found()).isEmpty();
        OldLedger.execute(
                owner,
                """
                insert into plan_version (plan_id, version, sha256, yaml, kept_at, approved_by, capacity, approved_at)
                    values ('city', '2', 'y', 'retention: {records: P30Y}', '2050-01-01', 'system', '起動時', '2050-01-01')""");
        assertThat(found()).isEmpty();
    }

    /** A row of several rooms for the activation. */
    private static String kept(String number) {
        return KEPT.replace("NUMBER", number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update activation set state = 'OPEN', closed_at = null where number = '2014-001'",
                "update activation set closed_at = '2015-01-02' where number = '2014-001'",
                "update act_hi_procinst set end_time_ = null where id_ = '2014-001'",
            })
    void nothing_of_a_running_activation_is_touched(String change) throws SQLException {
        OldLedger.execute(owner, change);

        var period = expired(IN_2015);

        assertThat(period.lastEntry()).isEqualTo(1);
        assertThat(period.kept()).contains("発動 2014-001 は、この日より前に終わっていない");
    }

    @Test
    void a_procedure_outside_of_activations_that_goes_on_keeps_what_was_recorded_since() throws SQLException {
        OldLedger.execute(
                owner,
                """
                insert into act_hi_procinst (id_, proc_inst_id_, root_proc_inst_id_, proc_def_key_, proc_def_id_, start_time_)
                    select 'r', 'r', 'r', 'plan-revision', 'x', start_time_ + interval '1 hour' from act_hi_procinst where id_ = '2014-001'""");

        var period = expired(IN_2015);

        assertThat(period.lastEntry()).isEqualTo(4);
        assertThat(period.kept()).contains("手順 plan-revision が続いている");
    }

    @Test
    void before_the_first_seal_there_is_nothing_and_nothing_goes_twice() throws SQLException {
        assertThat(expired(Instant.parse("2013-01-01T00:00:00Z")).isEmpty()).isTrue();
        remove(expired(IN_2015));

        assertThat(expired(IN_2015).isEmpty()).isTrue();
    }

    @Test
    void a_later_removal_covers_an_earlier_one() throws SQLException {
        remove(expired(IN_2015));
        OldLedger.execute(
                owner,
                """
                update activation set state = 'CLOSED', closed_at = '2014-04-01' where number = '2014-003';
                delete from act_hi_procinst where id_ = '2014-003';
                drop table expired_run""");

        assertThat(remove(expired(IN_2015))).isEqualTo(6);
        assertThat(found()).isEmpty();
    }

    @Test
    void the_applications_role_removes_nothing_and_excuses_nothing() throws SQLException {
        try (var application = old.ledger.connection(EmbeddedDatabase.APPLICATION)) {
            for (String sql : List.of(
                    "select ledger_remove(3, 'unyo', '満了', '2026-01-01')",
                    "delete from ledger_entry",
                    "update ledger_seal set leaves = ''",
                    "insert into ledger_entry (at, actor, kind, told, facts_hash, origin, recorded_at)"
                            + " values ('2026-01-01', 'unyo', 'ledger-removed', 'x', '', '{\"removedTo\": 7}', '2026-01-01')")) {
                assertThatThrownBy(() -> OldLedger.execute(application, sql))
                        .as(sql)
                        .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                .isEqualTo("42501"));
            }
        }
    }

    @Test
    void a_removal_without_an_entry_is_found() throws SQLException {
        remove(expired(IN_2015));
        OldLedger.execute(
                owner,
                "set local keizoku.ledger_open = 'ledger_entry'; delete from ledger_entry where kind = 'ledger-removed'");

        assertThat(found()).contains("封印 1: 一覧が署名と合わず、記録 1〜1 も署名と合わない", "封印 3: 一覧が署名と合わず、記録 5〜7 も署名と合わない");
    }

    @Test
    void more_than_the_entry_says_is_found() throws SQLException {
        remove(expired(IN_2015));
        OldLedger.execute(
                owner,
                """
                set local keizoku.ledger_open = 'ledger_entry';
                update ledger_entry set origin = '{"removedTo": 6}' where kind = 'ledger-removed'""");
        assertThat(found()).contains("記録 6: ここまで削除したという記録があるが、封印の終わりではない");

        OldLedger.execute(owner, "delete from ledger_entry where id = 8");
        assertThat(found()).contains("記録 8: 削除された(封印 4 にはある)");
    }

    @Test
    void what_comes_back_after_its_removal_is_found() throws SQLException {
        OldLedger.execute(owner, "create temporary table kept as select * from ledger_entry where id = 3");
        remove(expired(IN_2015));
        OldLedger.execute(owner, "insert into ledger_entry overriding system value select * from kept");

        assertThat(found()).containsExactly("記録 3: 削除したはずの期間にある(封印 2)");
    }

    @Test
    void a_removal_before_the_retention_was_over_is_found() throws SQLException {
        OldLedger.execute(owner, "update act_re_procdef set history_ttl_ = 36500");
        remove(expired(IN_2015));

        assertThat(found()).containsExactly("封印 3: 保存期間(36500日)が過ぎる前に削除された");
    }

    @Test
    void history_that_stays_without_its_entries_is_found_before_anything_is_committed() throws SQLException {
        OldLedger.execute(owner, "update act_hi_procinst set root_proc_inst_id_ = null where id_ = '2014-001'");

        remove(expired(IN_2015));

        assertThat(new Removal(owner, OldLedger.NOW).unsound()).isNotEmpty();
    }

    private Period expired(Instant before) throws SQLException {
        return new ExpiredPeriod(owner, before).find();
    }

    private long remove(Period period) throws SQLException {
        return new Removal(owner, OldLedger.NOW).remove(period, "kiroku", "保存期間の満了");
    }

    private List<String> found() throws SQLException {
        var terms = new Terms(Optional.empty(), Set.of(), Map.of(), Duration.ofDays(1), OldLedger.NOW, () -> false);
        return new Verification(owner, terms)
                .run().findings().stream().map(Finding::toString).toList();
    }

    private List<Long> ids(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql + " order by 1")) {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    private String text(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
