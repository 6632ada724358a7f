package org.keizoku.downgrade;

import java.sql.Timestamp;
import java.time.Instant;
import org.keizoku.downgrade.Downgrades.Answer;
import org.keizoku.plan.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of longer times that were asked for. */
@Repository
class ExtensionRows {

    private final JdbcClient jdbc;

    ExtensionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Extension insert(long downgrade, Instant until, String reason, PersonId by, Instant at) {
        return get(jdbc.sql(
                        """
                        insert into downgrade_extension (downgrade, until_asked, reason, requested_by, requested_at)
                        values (?, ?, ?, ?, ?) returning number""")
                .params(downgrade, Timestamp.from(until), reason, by.value(), Timestamp.from(at))
                .query(Long.class)
                .single());
    }

    Extension get(long number) {
        return jdbc.sql("select * from downgrade_extension where number = ?")
                .param(number)
                .query((row, n) -> new Extension(
                        row.getLong("number"),
                        row.getLong("downgrade"),
                        row.getTimestamp("until_asked").toInstant(),
                        row.getString("reason"),
                        row.getString("requested_by")))
                .single();
    }

    void decided(long number, Answer answer, Instant at) {
        jdbc.sql(
                        """
                        update downgrade_extension
                        set approved = ?, decided_by = ?, decided_as = ?, decided_at = ?, decision_reason = ?
                        where number = ?""")
                .params(
                        answer.approved(),
                        answer.by().value(),
                        answer.as(),
                        Timestamp.from(at),
                        answer.reason(),
                        number)
                .update();
    }
}
