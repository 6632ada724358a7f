package org.keizoku.audit.replay;

import java.util.List;
import org.keizoku.activation.ActivationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An activation's entries of the ledger in the order of the record, without their values. */
@Repository
class RecordedEntries {

    private final JdbcClient jdbc;

    RecordedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Recorded> of(ActivationNumber activation) {
        return jdbc.sql(
                        """
                        select id, at, actor, capacity, kind, told, origin->>'task' as task
                        from ledger_entry where activation_number = ? order by id""")
                .param(activation.value())
                .query((row, n) -> new Recorded(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("capacity"),
                        row.getString("kind"),
                        row.getString("told"),
                        row.getString("task")))
                .list();
    }
}
