package org.keizoku.audit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.audit.LedgerOnTrial;

/** Each test erases as the owner in a transaction that is taken back. */
class ErasureTest {

    private static final String VALUE = "山田の膝 090-0000";
    private static final String OVER = "2026-001";
    private static final String OPEN = "2026-002";

    private static LedgerOnTrial ledger;

    private Connection owner;

    @BeforeAll
    static void two_activations_of_which_one_still_runs() throws SQLException {
        ledger = new LedgerOnTrial();
        ledger.tell(OVER, "判断", Map.of("理由", "停電のため " + VALUE, "結果", "survey"));
        ledger.tell(OPEN, "判断", Map.of("理由", "停電のため 別の人"));
        ledger.tell(null, "閲覧", Map.of("画面", "記録の検索の画面"));
        try (var owner = ledger.owner();
                var statement = owner.createStatement()) {
            statement.execute(
                    """
                    insert into plan_version (plan_id, version, sha256, yaml, kept_at, approved_by, capacity, approved_at)
                        values ('city', '1', 'x', 'name: 見本市', '2026-01-01', 'system', '起動時', '2026-01-01');
                    insert into activation (number, event_type, facts, occurred_at, opened_at, opened_by, state, closed_at, plan_id,
                            plan_version)
                        values ('2026-001', 'earthquake', '{}', '2026-01-04', '2026-01-04', 'joho1', 'CLOSED', '2026-01-05', 'city', 1),
                            ('2026-002', 'earthquake', '{}', '2026-01-04', '2026-01-04', 'joho1', 'OPEN', null, 'city', 1);
                    insert into act_hi_procinst (id_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_key_, proc_def_id_,
                            start_time_, end_time_, state_)
                        values ('p1', 'p1', 'p1', '2026-001', 'activation', 'activation:1', '2026-01-04', '2026-01-05', 'COMPLETED'),
                            ('p2', 'p2', 'p2', '2026-002', 'activation', 'activation:1', '2026-01-04', null, 'ACTIVE'),
                            ('p3', 'p3', 'p3', null, 'plan-revision', 'plan-revision:1', '2026-01-04', null, 'ACTIVE');
                    insert into act_re_deployment (id_, name_) values ('d1', 'keizoku');
                    insert into act_ge_bytearray (id_, name_, deployment_id_, bytes_)
                        values ('b1', 'processes/activation.bpmn', 'd1', convert_to('<definitions name="被害の状況を調べる"/>', 'UTF8'))""");
        }
    }

    @BeforeEach
    void begin() throws SQLException {
        owner = ledger.owner();
        owner.setAutoCommit(false);
    }

    @AfterEach
    void take_back() throws SQLException {
        owner.rollback();
        owner.close();
    }

    @Test
    void nothing_is_left_in_any_column_of_any_table() throws SQLException {
        var everywhere = new EveryTable(owner);
        int filled = everywhere.fill(VALUE);
        assertThat(filled).isGreaterThan(300);
        assertThat(everywhere.with(VALUE)).hasSizeGreaterThanOrEqualTo(filled);

        var erasure = new Erasure(owner, texts(VALUE));
        assertThat(erasure.hindrances()).isNotEmpty();
        erasure.carryOut(LedgerOnTrial.NIGHT);

        assertThat(everywhere.with(VALUE))
                .as("contacts are encrypted and go by their person; codes of keys and the plan in force stand fast")
                .containsExactlyInAnyOrder(
                        "contact.address",
                        "outside_contact.sealed",
                        "activation.event_type",
                        "plan_revision.plan_id",
                        "plan_version.version",
                        "plan_version.yaml",
                        "plan_version.changes",
                        "plan_version.diff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table act_ru_variable drop constraint act_fk_var_procinst; insert into act_ru_variable (id_, name_, type_, text_, proc_inst_id_, is_concurrent_local_) values ('v', 'x', 'string', 'VALUE', 'p2', false)",
                "alter table act_ru_task drop constraint act_fk_task_procinst; insert into act_ru_task (id_, rev_, name_, proc_inst_id_) values ('t', 1, 'VALUE', 'p2')",
                "insert into act_ru_job (id_, type_, process_instance_id_, exception_msg_) values ('j', 'timer', 'p2', 'VALUE')",
                "insert into act_hi_varinst (id_, name_, text_, proc_inst_id_, root_proc_inst_id_) values ('v', 'x', 'VALUE', 'p1', 'p2')",
                "insert into act_ge_bytearray (id_, root_proc_inst_id_, bytes_) values ('b', 'p2', convert_to('[\"VALUE\"]', 'UTF8'))",
                """
                insert into act_ge_bytearray (id_, bytes_) values ('b', convert_to('VALUE', 'UTF8'));
                alter table act_ru_variable drop constraint act_fk_var_procinst;
                insert into act_ru_variable (id_, name_, type_, bytearray_id_, proc_inst_id_, is_concurrent_local_)
                    values ('v', 'x', 'object', 'b', 'p2', false)""",
                "update activation set facts = '{\"situation\": \"VALUE\"}' where number = '2026-002'",
                """
                insert into site_survey (activation_number, site_id, usable, notes, surveyed_by, surveyed_at)
                    values ('2026-002', 'main', 'YES', 'VALUE', 'joho1', '2026-01-05')""",
                """
                with sent as (
                    insert into notice (activation_number, step, round, person_id, channel, urgency, subject, text, state, planned_at,
                            due_at, changed_at)
                        values ('2026-002', 'call-out', 0, 'joho1', 'SMS', 'ASSEMBLY', '参集', '参集', 'ACCEPTED', '2026-01-05',
                            '2026-01-05', '2026-01-05') returning id)
                insert into notice_attempt (notice_id, n, begun_at, words) select id, 1, '2026-01-05', 'VALUE' from sent"""
            })
    void what_a_running_activation_has_stays_and_the_activation_is_named(String row) throws SQLException {
        execute(row.replace("VALUE", VALUE));

        assertThat(new Erasure(owner, texts(VALUE)).hindrances()).containsExactly("2026-002 は進行中で、この値を使う。終わってから消去すること");
    }

    @Test
    void so_do_the_values_that_it_has_on_the_record_and_the_contacts_that_it_may_need() throws SQLException {
        execute(
                """
                insert into notice (activation_number, step, round, person_id, channel, urgency, subject, text, state, planned_at, due_at,
                        changed_at)
                    values ('2026-002', 'call-out', 0, 'joho1', 'SMS', 'ASSEMBLY', '参集', '参集', 'ACCEPTED', '2026-01-05', '2026-01-05',
                        '2026-01-05');
                insert into vendor_request (activation_number, system_id, vendor_id, state, contact_no, requested_at)
                    values ('2026-002', 'mail', 'vendor-b', 'ASKING', 1, '2026-01-05')""");

        for (Demand demand : List.of(texts("停電のため 別の人"), contacts("joho1", ""), contacts("", "vendor-b"))) {
            assertThat(new Erasure(owner, demand).hindrances()).containsExactly("2026-002 は進行中で、この値を使う。終わってから消去すること");
        }
        assertThat(new Erasure(owner, contacts("joho2", "vendor-a")).hindrances())
                .isEmpty();
    }

    @Test
    void a_procedure_outside_of_activations_is_named_by_its_own_name() throws SQLException {
        execute("insert into act_hi_detail (id_, type_, name_, time_, text_, proc_inst_id_, root_proc_inst_id_)"
                + " values ('d', 'VariableUpdate', 'x', '2026-01-05', '%s', 'p3', 'p3')".formatted(VALUE));

        assertThat(new Erasure(owner, texts(VALUE)).hindrances())
                .containsExactly("plan-revision p3 は進行中で、この値を使う。終わってから消去すること");
    }

    @ParameterizedTest
    @ValueSource(strings = {"見本市", "被害の状況を調べる", "判断", "joho1", "2026-001", "erasure on request"})
    void words_of_plan_models_and_the_record_itself_and_ids_cannot_be_erased(String word) throws SQLException {
        assertThat(new Erasure(owner, texts(word)).hindrances())
                .isNotEmpty()
                .allMatch(why -> why.contains("消せない") || why.contains("進行中"))
                .anyMatch(why -> why.contains("消せない"));
    }

    @Test
    void the_database_finds_what_we_find_whatever_space_is_in_it() throws SQLException {
        try (var statement = owner.prepareStatement("select ? ~ ?")) {
            for (int space = 1; space <= Character.MAX_VALUE; space++) {
                if (Spelling.isSpace(space)) {
                    statement.setString(1, "山田" + Character.toString(space) + "花子");
                    statement.setString(2, new ErasedTexts(List.of("山田 花子")).like());
                    var found = statement.executeQuery();
                    found.next();
                    assertThat(found.getBoolean(1)).as("%04x", space).isTrue();
                }
            }
        }
    }

    @Test
    void a_text_that_begins_like_a_word_of_the_record_can_be_erased() throws SQLException {
        assertThat(new Erasure(owner, texts("2026-001の対応で山田さんは休んだ")).hindrances())
                .isEmpty();
    }

    @Test
    void the_reason_does_not_keep_what_is_erased() throws SQLException {
        var demand = new Demand(
                List.of(VALUE), List.of(), Optional.empty(), List.of(), List.of(), List.of(), "unyo", VALUE + " の求め");

        assertThat(new Erasure(owner, demand).hindrances()).containsExactly("--by と --reason は記録台帳に残る。消去する語を書かないこと");
    }

    @Test
    void the_values_of_an_entry_go_with_what_was_typed_there_wherever_it_was_copied_and_codes_stay()
            throws SQLException {
        execute(
                """
                insert into act_hi_varinst (id_, name_, text_, proc_inst_id_, root_proc_inst_id_) values
                    ('v1', 'decisionReason', '停電のため 山田の膝 090-0000', 'p1', 'p1'), ('v2', 'decisionOutcome', 'survey', 'p1', 'p1');
                insert into headquarters_report (activation_number, number, text, drafted_at)
                    values ('2026-001', 1, '判断の理由: 停電のため' || chr(10) || '山田の膝 090-0000。以上', '2026-01-05');
                insert into ledger_block (from_id, to_id, first_at, last_at, grams) values (1, 128, '2026-01-04', '2026-01-05', '{1}')""");
        var erasure = new Erasure(owner, entry(1));

        assertThat(erasure.hindrances()).isEmpty();
        assertThat(erasure.kept()).isEqualTo(1);
        assertThat(erasure.entries()).containsExactly(1L);
        assertThat(erasure.carryOut(LedgerOnTrial.NIGHT)).isTrue();

        assertThat(one("select string_agg(text_, ' ' order by id_) from act_hi_varinst"))
                .isEqualTo("消去済み survey");
        assertThat(one("select text from headquarters_report")).isEqualTo("判断の理由: 消去済み。以上");
        assertThat(one("select count(*) from ledger_facts where entry_id = 1")).isEqualTo("0");
        assertThat(one("select count(*) from ledger_block where grams is not null"))
                .isEqualTo("0");
        assertThat(new EveryTable(owner).with("山田の膝")).isEmpty();
    }

    @Test
    void what_a_person_typed_goes_and_their_other_entries_keep_their_values() throws SQLException {
        execute(
                """
                update activation set state = 'CLOSED' where number = '2026-002';
                insert into act_hi_varinst (id_, name_, text_) values ('v1', 'x', '記録の検索の画面'), ('v2', 'x', '別の人が停電のため 別の人')""");
        var demand = new Demand(
                List.of(), List.of(), Optional.of("joho1"), List.of(), List.of(), List.of(), "unyo", "本人の求め");
        var erasure = new Erasure(owner, demand);

        assertThat(erasure.entries()).containsExactly(1L, 2L);
        assertThat(erasure.carryOut(LedgerOnTrial.NIGHT)).isTrue();
        assertThat(one("select facts from ledger_facts where entry_id = 3")).contains("検索");
    }

    @Test
    void the_fields_of_deployed_forms_tell_what_was_typed() throws SQLException {
        execute(
                """
                insert into act_ge_bytearray (id_, name_, deployment_id_, bytes_) values ('f1', 'forms/x.form', 'd1', convert_to('
                    {"components": [{"type": "radio", "label": "選択"}, {"type": "group", "components": [
                        {"type": "textarea", "label": "気付いたこと", "key": "noticed"}]}]}', 'UTF8'))""");
        var words = new TypedWords(new TypedFields(owner));
        words.addOf(
                "task-done",
                """
                {"気付いたこと": "水が漏れている", "選択": "一部が使える", "本文": "{\\"situation\\": \\"\\\\u6c34が漏れた\\", \\"at\\": \\"2026-01-05T02:14\\"}",
                    "理由": "なし", "状況": "power-outage"}""");

        assertThat(words.words()).containsExactly("水が漏れている", "水が漏れた");
        assertThat(words.kept()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attempt-refused",
                "absence-declared",
                "downgrade-end",
                "downgrade-evidence-read",
                "report-handed-over",
                "record-exported",
                "values-erased",
                "erased-on-request",
                "plan-in-force"
            })
    void what_the_program_wrote_about_a_person_was_not_typed_by_them(String kind) throws SQLException {
        var words = new TypedWords(new TypedFields(owner));
        words.addOf(kind, "{\"理由\": \"担当者が引き受けています\", \"本文\": \"第1報 全庁停電\", \"ファイル\": \"他人の写真.png\"}");

        assertThat(words.words()).isEmpty();
        assertThat(words.kept()).isEqualTo(3);
    }

    @Test
    void of_a_signal_that_was_refused_only_the_body_is_its_senders() throws SQLException {
        var words = new TypedWords(new TypedFields(owner));
        words.addOf("signal-refused", "{\"理由\": \"この本文は読めません\", \"本文\": \"水が漏れた\"}");

        assertThat(words.words()).containsExactly("水が漏れた");
    }

    @Test
    void words_of_the_plan_that_somebody_typed_stay_where_they_are() throws SQLException {
        execute("update plan_version set yaml = 'name: 停電のため 山田の膝 090-0000'");
        var erasure = new Erasure(owner, entry(1));

        assertThat(erasure.hindrances()).isEmpty();
        assertThat(erasure.kept()).isEqualTo(2);
        assertThat(erasure.carryOut(LedgerOnTrial.NIGHT)).isTrue();
        assertThat(new EveryTable(owner).with(VALUE)).containsExactly("plan_version.yaml");
    }

    @Test
    void contacts_and_files_go_by_their_owner_and_number() throws SQLException {
        execute(
                """
                insert into contact (person_id, channel, position, address, key_id, taken_at) values
                    ('joho1', 'SMS', 0, '1', 'k', '2026-01-05'), ('joho1', 'MAIL', 0, '2', 'k', '2026-01-05'),
                    ('joho2', 'SMS', 0, '3', 'k', '2026-01-05');
                insert into outside_contact (owner_kind, owner_id, position, point, sealed, key_id, taken_at) values
                    ('VENDOR', 'vendor-b', 0, '窓口', '1', 'k', '2026-01-05'), ('VENDOR', 'vendor-c', 0, '窓口', '1', 'k', '2026-01-05');
                alter table downgrade_evidence drop constraint downgrade_evidence_downgrade_fkey;
                insert into downgrade_evidence (downgrade, name, kind, content, sha256, uploaded_by, uploaded_at) values
                    (1, '顔写真.png', 'PNG', '\\x89504e47', 'hash', 'joho1', '2026-01-05'),
                    (1, 'other.png', 'PNG', '\\x89504e47', 'hash', 'joho1', '2026-01-05')""");
        var demand = new Demand(
                List.of(),
                List.of(),
                Optional.empty(),
                List.of("joho1"),
                List.of("vendor-b"),
                List.of(Long.valueOf(one("select min(id) from downgrade_evidence"))),
                "unyo",
                "本人の求め");
        var erasure = new Erasure(owner, demand);

        assertThat(erasure.places()).containsEntry("contact", 2L).containsEntry("outside_contact", 1L);
        assertThat(erasure.carryOut(LedgerOnTrial.NIGHT)).isTrue();
        assertThat(one("select string_agg(person_id, ' ') from contact")).isEqualTo("joho2");
        assertThat(one("select string_agg(owner_id, ' ') from outside_contact")).isEqualTo("vendor-c");
        assertThat(one("select string_agg(concat_ws(' ', name, kind, encode(content, 'hex'), sha256), ', ' order by id)"
                        + " from downgrade_evidence"))
                .isEqualTo("消去済み TEXT %s hash, other.png PNG 89504e47 hash".formatted(hex("消去済み")));
    }

    @Test
    void a_file_that_is_named_twice_goes_once_with_the_words_that_stand_beside_it() throws SQLException {
        execute(
                """
                alter table downgrade_evidence drop constraint downgrade_evidence_downgrade_fkey;
                insert into downgrade_evidence (downgrade, name, kind, content, sha256, uploaded_by, uploaded_at) values
                    (1, '山田の膝 090-0000.png', 'PNG', '\\x89504e47', 'hash 山田の膝 090-0000', 'joho1', '2026-01-05')""");
        long file = Long.parseLong(one("select id from downgrade_evidence"));
        var demand = new Demand(
                List.of(VALUE),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(file, file),
                "unyo",
                "本人の求め");

        assertThat(new Erasure(owner, demand).carryOut(LedgerOnTrial.NIGHT)).isTrue();
        assertThat(one("select concat_ws(' ', name, kind, encode(content, 'hex'), sha256) from downgrade_evidence"))
                .isEqualTo("消去済み TEXT %s hash 消去済み".formatted(hex("消去済み")));
    }

    @Test
    void texts_that_stand_nowhere_are_known() throws SQLException {
        var erasure =
                new Erasure(owner, demand(List.of(VALUE, "山田の膝", "見本市", "山本の膝"), List.of(), List.of(), List.of()));

        assertThat(erasure.nowhere()).containsExactly("山本の膝");
    }

    @Test
    void the_erasure_is_an_entry_that_tells_how_much_and_not_what() throws SQLException {
        new Erasure(owner, texts(VALUE)).carryOut(LedgerOnTrial.NIGHT);

        assertThat(one(
                        "select concat_ws(' ', activation_number, actor, told, facts) from ledger_entry join ledger_facts on entry_id = id"
                                + " where kind = 'erased-on-request'"))
                .isEqualTo("unyo {unyo} が求めにより値を消去 {\"理由\" : \"本人の求め\", \"消去した場所\" : {\"ledger_facts\":1}}");
    }

    @Test
    void nobody_but_the_owner_says_that_something_was_erased() throws SQLException {
        for (String forged : List.of(
                "select ledger_tell_erasure('unyo', '{}', '', now())",
                "insert into ledger_entry (at, actor, kind, told, facts_hash, recorded_at)"
                        + " values (now(), 'unyo', 'erased-on-request', 'x', '', now())")) {
            assertThatThrownBy(() -> ledger.jdbc().sql(forged).query().listOfRows())
                    .rootCause()
                    .message()
                    .containsAnyOf("permission denied for function", "only the owner tells of erased-on-request");
        }
    }

    private static Demand texts(String text) {
        return demand(List.of(text), List.of(), List.of(), List.of());
    }

    private static Demand entry(long id) {
        return demand(List.of(), List.of(id), List.of(), List.of());
    }

    private static Demand contacts(String person, String vendor) {
        return demand(List.of(), List.of(), List.of(person), List.of(vendor));
    }

    private static Demand demand(
            List<String> texts, List<Long> entries, List<String> contacts, List<String> outsideContacts) {
        return new Demand(texts, entries, Optional.empty(), contacts, outsideContacts, List.of(), "unyo", "本人の求め");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
