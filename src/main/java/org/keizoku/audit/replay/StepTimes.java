package org.keizoku.audit.replay;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The times of steps over all activations; the engine's API would hand out each visit to be added up here. */
@Repository
class StepTimes {

    private final JdbcClient jdbc;

    StepTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of the processes that any activation ran. */
    List<String> processes() {
        return jdbc.sql("select distinct proc_def_key_ from act_hi_procinst where business_key_ is not null order by 1")
                .query(String.class)
                .list();
    }

    /** The steps of the process, the one that took most time in all first. */
    List<StepTime> of(String process, Nights nights) {
        return jdbc.sql(
                        """
                        select a.act_id_, count(*) as times, sum(a.duration_) as total, max(a.duration_) as longest
                        from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                        where p.%s and p.proc_def_key_ = ? and a.end_time_ is not null
                          and a.act_inst_state_ <> 2 and a.act_type_ <> 'multiInstanceBody'
                        group by a.act_id_ order by total desc, a.act_id_"""
                                .formatted(nights.condition()))
                .param(process)
                .query((row, n) -> new StepTime(
                        row.getString("act_id_"),
                        row.getLong("times"),
                        Duration.ofMillis(row.getLong("total")),
                        Duration.ofMillis(row.getLong("longest"))))
                .list();
    }
}
