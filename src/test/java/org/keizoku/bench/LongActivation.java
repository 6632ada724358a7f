package org.keizoku.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes of a night that was really played an activation of many entries: its history and its entries again and again, over 72 hours. */
final class LongActivation {

    private static final int HOURS = 72;
    private static final List<String> HISTORY =
            List.of("act_hi_actinst", "act_hi_taskinst", "act_hi_varinst", "act_hi_detail", "act_hi_procinst");
    private static final List<String> IDS = List.of(
            "id_",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "super_process_instance_id_",
            "parent_act_inst_id_",
            "act_inst_id_",
            "execution_id_",
            "task_id_",
            "call_proc_inst_id_",
            "var_inst_id_");
    /** An id is at most 64 characters long; its end is what makes it one. */
    private static final String ID = "right(%s, 59) || '~%d'";

    private final Connection owner;
    private final String number;

    LongActivation(Connection owner, String number) {
        this.owner = owner;
        this.number = number;
    }

    /** Until the activation has so many entries. */
    void upTo(int entries) throws SQLException {
        int once = count();
        int copies = (entries + once - 1) / once - 1;
        long last = id("select max(id) from ledger_entry");
        for (int copy = 1; copy <= copies; copy++) {
            String later = "%d * interval '%d minutes'".formatted(copy, HOURS * 60 / (copies + 1));
            for (String table : HISTORY) {
                history(table, copy, later);
            }
            entries(copy, later, last);
        }
        run("analyze");
    }

    int count() throws SQLException {
        return (int) id("select count(*) from ledger_entry where activation_number = '%s'".formatted(number));
    }

    private void history(String table, int copy, String later) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (var rows = owner.createStatement()
                .executeQuery("select column_name, data_type from information_schema.columns where table_name = '%s'"
                        .formatted(table))) {
            while (rows.next()) {
                String column = rows.getString(1);
                columns.add(column);
                values.add(
                        IDS.contains(column)
                                ? ID.formatted(column, copy)
                                : rows.getString(2).startsWith("timestamp") ? column + " + " + later : column);
            }
        }
        run(
                "insert into %s (%s) select %s from %s where strpos(id_, '~') = 0 and proc_inst_id_ in (select p.proc_inst_id_ from act_hi_procinst p where p.business_key_ = '%s')"
                        .formatted(table, String.join(", ", columns), String.join(", ", values), table, number));
    }

    /** Nobody else writes meanwhile: the new entries are told from others by their ids alone. */
    private void entries(int copy, String later, long last) throws SQLException {
        owner.setAutoCommit(false);
        run("lock table ledger_entry in share row exclusive mode");
        copied(copy, later, last);
        owner.commit();
        owner.setAutoCommit(true);
    }

    private void copied(int copy, String later, long last) throws SQLException {
        String ours = "activation_number = '%s' and id <= %d".formatted(number, last);
        long before = id("select max(id) from ledger_entry");
        run(
                "insert into ledger_entry (activation_number, at, actor, capacity, kind, told, facts_hash, origin, recorded_at)"
                        + " select activation_number, at + %s, actor, capacity, kind, told, facts_hash, case when origin->>'task' is null then origin"
                                .formatted(later)
                        + " else replace(origin::text, origin->>'task', %s)::json end, recorded_at + %s from ledger_entry where %s order by id"
                                .formatted(ID.formatted("(origin->>'task')", copy), later, ours));
        run(
                """
                insert into ledger_facts select made.id, salt, facts
                from (select id, row_number() over (order by id) as n from ledger_entry where %s) old
                join (select id, row_number() over (order by id) as n from ledger_entry where activation_number = '%s' and id > %d) made using (n)
                join ledger_facts on entry_id = old.id"""
                        .formatted(ours, number, before));
    }

    private long id(String sql) throws SQLException {
        try (var row = owner.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
