package org.keizoku.audit.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The engine's own history held against the ledger: both were written in one transaction, so each task, timer and procedure stands in
 * both. The engine's moments carry no zone and are Japan's.
 */
final class HistoryCheck {

    private static final String TASKS =
            """
            with recorded as (
                select origin->>'task' as task, min(activation_number collate "C") as activation,
                    min(origin->>'process') filter (where kind = 'task-opened') as process,
                    min(origin->>'step') filter (where kind = 'task-opened') as step,
                    count(*) filter (where kind = 'task-opened') as opened,
                    count(*) filter (where kind = 'task-done') as done,
                    count(*) filter (where kind = 'task-withdrawn') as withdrawn,
                    max(actor) filter (where kind = 'task-done') as done_by,
                    max(at) filter (where kind in ('task-done', 'task-withdrawn')) as ended
                from ledger_entry
                where kind like 'task-%' and origin->>'task' is not null
                    and (cast(? as text) is null or activation_number = ?)
                group by 1),
            kept as (
                select t.id_ as task, p.business_key_ as activation, t.proc_def_key_ as process, t.task_def_key_ as step,
                    t.assignee_ as assignee, t.delete_reason_ as reason, t.end_time_ at time zone 'Asia/Tokyo' as ended
                from act_hi_taskinst t left join act_hi_procinst p on p.id_ = t.proc_inst_id_)
            select coalesce(r.activation, k.activation) as activation, task, coalesce(r.step, k.step) as step,
                r.opened is null as unrecorded, k.ended is null and k.step is null and k.process is null as lost,
                (r.activation, r.process, r.step) is distinct from (k.activation, k.process, k.step) as elsewhere,
                (r.done > 0) <> (k.reason is not distinct from 'completed') as otherwise_done,
                (r.withdrawn > 0) <> (k.ended is not null and k.reason is distinct from 'completed') as otherwise_withdrawn,
                r.done > 0 and r.done_by is distinct from k.assignee as otherwise_held,
                abs(extract(epoch from r.ended - k.ended)) > 60 as otherwise_ended
            from recorded r full join kept k using (task)""";

    /** A start is counted without its activation: when an activation's first procedure starts, its number is not given yet. */
    private static final String STEPS =
            """
            select activation, process, step, kind, sum(recorded) as recorded, sum(kept) as kept from (
                select case when kind <> 'procedure-started' then activation_number end as activation,
                    origin->>'process' as process,
                    case when kind not like 'procedure-%' then origin->>'step' end as step,
                    kind, 1 as recorded, 0 as kept
                from ledger_entry
                where kind in ('task-opened', 'timer-fired', 'procedure-started', 'procedure-ended', 'procedure-cancelled')
                    and (cast(? as text) is null or activation_number = ?)
                union all
                select p.business_key_, a.proc_def_key_, a.act_id_,
                    case when a.act_type_ = 'userTask' then 'task-opened' else 'timer-fired' end, 0, 1
                from act_hi_actinst a left join act_hi_procinst p on p.id_ = a.proc_inst_id_
                where a.act_type_ in ('userTask', 'boundaryTimer', 'startTimerEvent')
                    or a.act_type_ = 'intermediateTimer' and a.end_time_ is not null and a.act_inst_state_ <> 2
                union all
                select null, proc_def_key_, null, 'procedure-started', 0, 1 from act_hi_procinst
                union all
                select business_key_, proc_def_key_, null,
                    case when state_ = 'COMPLETED' then 'procedure-ended' else 'procedure-cancelled' end, 0, 1
                from act_hi_procinst where end_time_ is not null) as counted
            group by activation, process, step, kind having sum(recorded) <> sum(kept)""";

    /** A million entries' tasks are counted in memory. */
    private static final String TO_COUNT_IN = "64MB";

    private final Connection connection;
    private final Optional<String> activation;
    private final Findings findings;

    HistoryCheck(Connection connection, Optional<String> activation, Findings findings) {
        this.connection = connection;
        this.activation = activation;
        this.findings = findings;
    }

    void run() throws SQLException {
        try (var memory = connection.createStatement()) {
            memory.execute("set local work_mem = '%s'".formatted(TO_COUNT_IN));
        }
        each(
                TASKS,
                """
                unrecorded or lost or elsewhere or otherwise_done or otherwise_withdrawn or otherwise_held or otherwise_ended""",
                "activation, task",
                row -> Finding.history(
                        row.getString("activation"),
                        "タスク %s(%s) %s"
                                .formatted(
                                        row.getString("step"),
                                        row.getString("task"),
                                        String.join("、", differences(row)))));
        each(STEPS, "true", "activation, process, step, kind", row -> {
            String step = row.getString("step");
            return Finding.history(
                    row.getString("activation"),
                    "手順 %s%s: %sの数が違う(記録台帳 %d、履歴 %d)"
                            .formatted(
                                    row.getString("process"),
                                    step == null ? "" : " の " + step,
                                    named(row.getString("kind")),
                                    row.getLong("recorded"),
                                    row.getLong("kept")));
        });
    }

    private void each(String sql, String where, String order, Rows.Reader<Finding> reader) throws SQLException {
        // Without a size of fetches: the server works on it with all its processes only where it is asked for
        // everything at once.
        String query =
                "select * from (%s) as compared where (%s) and (cast(? as text) is null or activation = ?) order by %s limit %d"
                        .formatted(sql, where, order, Findings.ENOUGH);
        try (var statement = connection.prepareStatement(query)) {
            for (int parameter = 1; parameter <= 4; parameter++) {
                statement.setString(parameter, activation.orElse(null));
            }
            var rows = statement.executeQuery();
            while (rows.next() && !findings.isFull()) {
                findings.add(reader.read(rows));
            }
        }
    }

    private static List<String> differences(ResultSet row) throws SQLException {
        if (row.getBoolean("unrecorded")) {
            return List.of("が記録台帳にない");
        }
        if (row.getBoolean("lost")) {
            return List.of("が履歴にない(削除された)");
        }
        List<String> different = new ArrayList<>();
        for (var difference : List.of(
                List.of("elsewhere", "の発動・手順・段階が記録と違う"),
                List.of("otherwise_done", "の完了が記録と違う"),
                List.of("otherwise_withdrawn", "の取り下げが記録と違う"),
                List.of("otherwise_held", "を完了した者が記録と違う"),
                List.of("otherwise_ended", "の終了日時が記録と違う"))) {
            if (row.getBoolean(difference.get(0))) {
                different.add(difference.get(1));
            }
        }
        return different;
    }

    private static String named(String kind) {
        return switch (kind) {
            case "task-opened" -> "タスク発生";
            case "timer-fired" -> "時刻到来";
            case "procedure-started" -> "手順開始";
            case "procedure-ended" -> "手順終了";
            default -> "手順中止";
        };
    }
}
