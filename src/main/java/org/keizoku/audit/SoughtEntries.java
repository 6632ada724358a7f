package org.keizoku.audit;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.keizoku.plan.Plan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The entries that an auditor looks for, in the order of the record. */
@Repository
class SoughtEntries {

    static final int PAGE = 200;

    private static final String WHERE =
            """
             from ledger_entry left join ledger_facts on entry_id = id
            where activation_number is not null
              and (cast(:activation as text) is null or activation_number = :activation)
              and (:person = '' or actor = any(:persons)
                or exists (select 1 from unnest(:persons) p where strpos(told, '{' || p || '}') > 0))
              and (:system = '' or exists
                (select 1 from unnest(:systems) s where strpos(told, s) > 0 or strpos(facts::text, s) > 0))
              and (:task = '' or kind like 'task-%' and strpos(lower(told), lower(:task)) > 0)
              and (:text = '' or strpos(lower(told), lower(:text)) > 0 or strpos(lower(facts::text), lower(:text)) > 0
                or strpos(lower(capacity), lower(:text)) > 0 or actor = any(:named)
                or exists (select 1 from unnest(:named) p where strpos(told, '{' || p || '}') > 0))
              and (cast(:begin as timestamptz) is null or at >= :begin)
              and (cast(:end as timestamptz) is null or at < :end)""";

    private final JdbcClient jdbc;
    private final Entries entries;

    SoughtEntries(JdbcClient jdbc, Entries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** One page, counted from 1. */
    List<Entry> page(Sought sought, Plan plan, int page) {
        return statement("select *" + WHERE + " order by id limit :size offset :skip", sought, plan)
                .param("size", PAGE)
                .param("skip", (page - 1L) * PAGE)
                .query(entries::entry)
                .list();
    }

    long count(Sought sought, Plan plan) {
        return statement("select count(*)" + WHERE, sought, plan)
                .query(Long.class)
                .single();
    }

    private StatementSpec statement(String sql, Sought sought, Plan plan) {
        return jdbc.sql(sql)
                .param("activation", sought.activation(), Types.VARCHAR)
                .param("person", sought.person())
                .param("persons", sought.persons(plan))
                .param("system", sought.system())
                .param("systems", sought.systems(plan))
                .param("task", sought.task())
                .param("text", sought.text())
                .param("named", sought.personsInText(plan))
                .param("begin", timestamp(sought.begin()), Types.TIMESTAMP)
                .param("end", timestamp(sought.end()), Types.TIMESTAMP);
    }

    private static Timestamp timestamp(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
