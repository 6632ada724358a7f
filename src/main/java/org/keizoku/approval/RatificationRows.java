package org.keizoku.approval;

import java.sql.Timestamp;
import java.time.Instant;
import org.keizoku.approval.DecisionRows.Row;
import org.keizoku.plan.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what superiors made of deputies' decisions: one row for each decision, written once. */
@Repository
class RatificationRows {

    private final JdbcClient jdbc;

    RatificationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param instead what is decided instead, null where the decision was ratified
     * @param position the rank in which the person ratified or took back
     */
    void write(Row decision, String instead, String reason, PersonId person, int position, Instant at) {
        jdbc.sql(
                        """
                        insert into decision_ratification (decision, taken_back, decided_instead, reason, person_id, position, ratified_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(decision.id(), instead != null, instead, reason, person.value(), position, Timestamp.from(at))
                .update();
    }
}
