package org.keizoku.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.Role.Rank;
import org.keizoku.plan.RoleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of decisions and of the ranks that were asked. */
@Repository
class DecisionRows {

    private final JdbcClient jdbc;

    DecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pending or made decision as it is kept. */
    record Row(long id, ActivationNumber activation, String decision, RoleId role, String matter, String briefing) {}

    /** A rank that was asked, and when. */
    record Asked(int position, String group, String capacity, Instant at) {}

    void open(
            ActivationNumber activation,
            String decision,
            String process,
            RoleId role,
            String matter,
            String briefing,
            Instant at) {
        jdbc.sql(
                        """
                        insert into decision (activation_number, decision_id, process_instance, role, matter, briefing, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(activation.value(), decision, process, role.value(), matter, briefing, Timestamp.from(at))
                .update();
    }

    Row of(String process) {
        return jdbc.sql(
                        "select id, activation_number, decision_id, role, matter, briefing from decision where process_instance = ?")
                .param(process)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        new ActivationNumber(row.getString("activation_number")),
                        row.getString("decision_id"),
                        new RoleId(row.getString("role")),
                        row.getString("matter"),
                        row.getString("briefing")))
                .single();
    }

    /** Whether nobody was asked for the same decision again in the activation. */
    boolean isLatest(Row decision) {
        return jdbc.sql(
                        "select not exists (select 1 from decision where activation_number = ? and decision_id = ? and id > ?)")
                .params(decision.activation().value(), decision.decision(), decision.id())
                .query(Boolean.class)
                .single();
    }

    /** What was decided; the decision must have been made. */
    String outcome(Row decision) {
        return jdbc.sql("select outcome from decision where id = ?")
                .param(decision.id())
                .query(String.class)
                .single();
    }

    /** The runs of the activation's decisions that nobody has made. */
    List<String> open(ActivationNumber activation) {
        return jdbc.sql(
                        "select process_instance from decision where activation_number = ? and decided_at is null order by id")
                .param(activation.value())
                .query(String.class)
                .list();
    }

    void ask(Row decision, int position, Rank rank, Instant at) {
        jdbc.sql("insert into decision_rank (decision, position, group_id, capacity, asked_at) values (?, ?, ?, ?, ?)")
                .params(decision.id(), position, rank.group(), rank.capacity(), Timestamp.from(at))
                .update();
    }

    List<Asked> asked(Row decision) {
        return asked(decision.id());
    }

    /** What stands on record with a decision: how things stood, and what the ranks above had been asked with which result. */
    record Circumstances(String facts, String higherRanks) {}

    void decide(
            Row decision,
            String outcome,
            String reason,
            String person,
            String capacity,
            Circumstances circumstances,
            Instant at) {
        jdbc.sql(
                        """
                        update decision set outcome = ?, reason = ?, decided_by = ?, capacity = ?, facts = ?, higher_ranks = ?, decided_at = ?
                        where id = ? and outcome is null""")
                .params(
                        outcome,
                        reason,
                        person,
                        capacity,
                        circumstances.facts(),
                        circumstances.higherRanks(),
                        Timestamp.from(at),
                        decision.id())
                .update();
    }

    List<DecisionMade> of(ActivationNumber activation) {
        return jdbc.sql("select * from decision where activation_number = ? order by asked_at, id")
                .param(activation.value())
                .query(DecisionRows::read)
                .list();
    }

    /** The position of the rank that made the role's last decision in the activation, or ratified it or took it back; -1 where none was made. */
    int lastDecider(ActivationNumber activation, RoleId role) {
        return jdbc.sql(
                        """
                        select position from (
                            select rank.position, decided_at as at, 1 as step, decision.id
                            from decision join decision_rank rank
                                on rank.decision = decision.id and rank.capacity = decision.capacity
                            where activation_number = :activation and role = :role and decided_at is not null
                            union all
                            select ratification.position, ratified_at, 2, decision.id
                            from decision join decision_ratification ratification on ratification.decision = decision.id
                            where activation_number = :activation and role = :role
                        ) acted order by at desc, step desc, id desc limit 1""")
                .param("activation", activation.value())
                .param("role", role.value())
                .query(Integer.class)
                .optional()
                .orElse(-1);
    }

    private List<Asked> asked(long decision) {
        return jdbc.sql("select * from decision_rank where decision = ? order by position")
                .param(decision)
                .query((row, n) -> new Asked(
                        row.getInt("position"),
                        row.getString("group_id"),
                        row.getString("capacity"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    private static DecisionMade read(ResultSet row, int n) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new DecisionMade(
                new ActivationNumber(row.getString("activation_number")),
                row.getString("decision_id"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("outcome"),
                row.getString("reason"),
                row.getString("decided_by"),
                row.getString("capacity"),
                row.getString("facts"),
                row.getString("higher_ranks"),
                decided == null ? null : decided.toInstant());
    }
}
