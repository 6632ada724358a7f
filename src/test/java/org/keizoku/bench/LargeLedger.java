package org.keizoku.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A ledger of many activations with the engine's history to it, written by the database itself: each activation has a thousand entries of
 * the kinds that a night has (20 procedures, 240 tasks, 60 timers, 180 decisions and other facts), and verifies as sound.
 */
final class LargeLedger {

    static final int ENTRIES_EACH = 1000;

    /** A word that stands in ten of a hundred thousand entries. */
    static final String RARE = "給水車";

    /** Fifty entries make a procedure: its start, three for each of twelve tasks, three timers, nine facts, its end. */
    private static final String ENTRIES =
            """
            insert into ledger_entry (activation_number, at, actor, capacity, kind, told, facts_hash, origin, recorded_at)
            select number, at, actor, case when kind = 'decision' and n %% 5 = 0 then '災害対策本部長 代行者1' end, kind, told,
                sha256('\\x01' || convert_to(facts, 'UTF8')), origin::json, at
            from (
                select *, case
                    when kind like 'task-%%' then case when kind = 'task-opened' then '' else '{' || actor || '} が' end
                        || 'タスク「' || step_name || '」' || case kind when 'task-opened' then 'が発生' when 'task-claimed' then 'を担当' else 'を完了' end
                    when kind = 'timer-fired' then '時刻になった「期限の確認」'
                    when kind like 'procedure-%%' then '手順「' || process_name || case kind when 'procedure-ended' then '」が終了' else '」を開始' end
                    when kind = 'decision' then '復旧の方針を' || (array['承認','差戻し','変更して承認'])[1 + n %% 3]
                    else system_name || ': ' || (array['復旧の見込みを登録','代替手段で再開','全面復旧'])[1 + n %% 3] end as told,
                  case when kind = 'task-done' or kind = 'decision' or kind = 'recovered' then
                    '{"理由":"' || (array['余震のため','停電が続くため','保守事業者の到着を待つため','計画のとおり'])[1 + n %% 4] || '","案":"'
                    || (array['現庁舎','○○学校','××学校'])[1 + n %% 3] || '","備考":"' || case when n %% 10007 = 0 then '%s が着いた ' else '' end
                    || '受付番号 ' || n || '"}' else '{}' end as facts,
                  case when kind like 'task-%%' then '{"process":"' || process || '","step":"' || step || '","task":"' || task || '"}'
                    when kind in ('timer-fired', 'procedure-started', 'procedure-ended') then '{"process":"' || process || '","step":"Event_Time"}' end as origin
                from (
                    select *, (array['joho1','joho2','joho3','joho4','shukan','ict-bucho','somu'])[1 + a %% 7] as person,
                      case when kind in ('task-claimed', 'task-done', 'decision')
                        then (array['joho1','joho2','joho3','joho4','shukan','ict-bucho','somu'])[1 + (a + n / 3) %% 7] else 'system' end as actor,
                      (array['住民情報システム','被災者支援システム','メール','ファイルサーバ(公開系)','ドメイン管理'])[1 + (n / 50) %% 5] as system_name,
                      'Task_Step' || t as step,
                      (array['被害を調べる','応急の処置をする','見込みを立てる','復旧する','所管課が確認する','本部へ報告する','委託先に連絡する',
                        '参集の状況を確認する','復旧拠点を調べる','代替手段を始める','経過を記録する','次の報告に署名する'])[1 + t] as step_name,
                      'p' || p || '-t' || t || '-a' || a as task
                    from (
                        select n, a, p, j, (j - 1) / 3 as t, number, at, 'bench-' || (p %% 4) as process,
                          (array['初動対応','システム復旧','本部報告','保守事業者への依頼'])[1 + p %% 4] as process_name,
                          case when j = 0 then 'procedure-started' when j = 49 then 'procedure-ended'
                            when j between 1 and 36 then (array['task-opened','task-claimed','task-done'])[1 + (j - 1) %% 3]
                            when j between 37 and 39 then 'timer-fired'
                            when j %% 2 = 0 then 'decision' else 'recovered' end as kind
                        from (select n, n / 1000 as a, n %% 1000 / 50 as p, n %% 50 as j,
                                '2025-' || lpad((n / 1000 + 1)::text, 4, '0') as number,
                                timestamptz '2025-01-05 00:00:00Z' + n / 1000 * interval '6 hours' + n %% 1000 * interval '20 seconds' as at
                            from generate_series(0, %d) n) numbered) placed) named) told
            order by n""";

    private static final String FACTS =
            """
            insert into ledger_facts select id, '\\x01', case
                when kind = 'task-done' or kind = 'decision' or kind = 'recovered' then
                    '{"理由":"' || (array['余震のため','停電が続くため','保守事業者の到着を待つため','計画のとおり'])[1 + n %% 4] || '","案":"'
                    || (array['現庁舎','○○学校','××学校'])[1 + n %% 3] || '","備考":"' || case when n %% 10007 = 0 then '%s が着いた ' else '' end
                    || '受付番号 ' || n || '"}' else '{}' end::json
            from (select id, kind, id - %d as n from ledger_entry where id >= %d) e""";

    private static final String RUNS =
            """
            insert into act_hi_procinst (id_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, end_time_, state_)
            select 'r' || min(id), 'r' || min(id), 'r' || min(id), activation_number, origin->>'process', origin->>'process',
                min(at) at time zone 'Asia/Tokyo', max(at) at time zone 'Asia/Tokyo', 'COMPLETED'
            from ledger_entry where kind like 'procedure-%%' and id >= %1$d group by activation_number, origin->>'process', (id - %1$d) / 50""";

    private static final String TASKS =
            """
            insert into act_hi_taskinst (id_, task_def_key_, proc_def_key_, proc_def_id_, proc_inst_id_, name_, assignee_, start_time_, end_time_, delete_reason_)
            select origin->>'task', min(origin->>'step'), min(origin->>'process'), min(origin->>'process'), 'r' || (min(id) - %1$d) / 50 * 50 + %1$d,
                min(told), max(actor) filter (where kind = 'task-done'),
                min(at) at time zone 'Asia/Tokyo', max(at) at time zone 'Asia/Tokyo', 'completed'
            from ledger_entry where kind like 'task-%%' and id >= %1$d group by 1""";

    private static final String STEPS =
            """
            insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, task_id_, act_type_, start_time_, end_time_, duration_, act_inst_state_)
            select 's' || id, origin->>'process', origin->>'process', 'r' || (id - %1$d) / 50 * 50 + %1$d, 'r' || id, origin->>'step', origin->>'task',
                case when kind = 'task-opened' then 'userTask' else 'boundaryTimer' end,
                at at time zone 'Asia/Tokyo', at at time zone 'Asia/Tokyo' + interval '40 seconds', 40000, 4
            from ledger_entry where kind in ('task-opened', 'timer-fired') and id >= %1$d""";

    private LargeLedger() {}

    /** Adds so many activations, 2025-0001 and on, as the owner of the tables; answers the number of entries. */
    static int fill(Connection owner, int activations) throws SQLException {
        int entries = activations * ENTRIES_EACH;
        try (var statement = owner.createStatement()) {
            long first;
            statement.execute(ENTRIES.formatted(RARE, entries - 1));
            try (var row =
                    statement.executeQuery("select min(id) from ledger_entry where activation_number = '2025-0001'")) {
                row.next();
                first = row.getLong(1);
            }
            statement.execute(FACTS.formatted(RARE, first, first));
            for (String history : new String[] {RUNS, TASKS, STEPS}) {
                statement.execute(history.formatted(first));
            }
            statement.execute("vacuum analyze");
        }
        return entries;
    }
}
