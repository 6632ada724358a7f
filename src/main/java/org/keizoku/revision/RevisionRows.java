package org.keizoku.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Role.Rank;
import org.keizoku.revision.PlanRevision.Finding;
import org.keizoku.revision.PlanRevision.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of proposals and of who was asked to approve them. */
@Repository
class RevisionRows {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    /** All but the text, which is long and seldom needed. */
    private static final String SELECT =
            """
            select number, plan_id, version, base, scope, reason, proposed_by, proposed_at, state, findings, decided_by, capacity,
              decided_at, opinion, effective_at, plan_version, confirm_by
            from plan_revision
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RevisionRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A rank that was asked. */
    record Asked(int position, String group, String capacity, Instant at) {}

    long insert(
            String plan, String yaml, long base, RevisionScope scope, String reason, PersonId proposer, Instant at) {
        return jdbc.sql(
                        """
                        insert into plan_revision (plan_id, yaml, base, scope, reason, proposed_by, proposed_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, 'CHECKING') returning number""")
                .params(plan, yaml, base, scope.name(), reason, proposer.value(), Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void checked(long number, String version, List<Finding> findings, State state) {
        jdbc.sql("update plan_revision set version = ?, findings = cast(? as json), state = ? where number = ?")
                .params(version, written(findings), state.name(), number)
                .update();
    }

    void decided(
            long number, State state, PersonId by, String capacity, Instant at, String opinion, Instant effectiveAt) {
        jdbc.sql(
                        """
                        update plan_revision
                        set state = ?, decided_by = ?, capacity = ?, decided_at = ?, opinion = ?, effective_at = ?
                        where number = ?""")
                .params(
                        state.name(),
                        by.value(),
                        capacity,
                        Timestamp.from(at),
                        opinion,
                        effectiveAt == null ? null : Timestamp.from(effectiveAt),
                        number)
                .update();
    }

    void withdrawn(long number, String reason) {
        jdbc.sql("update plan_revision set state = 'WITHDRAWN', opinion = ? where number = ?")
                .params(reason, number)
                .update();
    }

    void inForce(long number, long planVersion, Instant confirmBy) {
        jdbc.sql("update plan_revision set state = 'IN_FORCE', plan_version = ?, confirm_by = ? where number = ?")
                .params(planVersion, Timestamp.from(confirmBy), number)
                .update();
    }

    void superseded(long number) {
        jdbc.sql("update plan_revision set state = 'SUPERSEDED' where number = ?")
                .param(number)
                .update();
    }

    Optional<PlanRevision> find(long number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query(this::read)
                .optional();
    }

    /** The proposed text. */
    String yaml(long number) {
        return jdbc.sql("select yaml from plan_revision where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** Whoever changes a proposal holds its row until the end of the transaction. */
    PlanRevision locked(long number) {
        return jdbc.sql(SELECT + "where number = ? for update")
                .param(number)
                .query(this::read)
                .single();
    }

    Optional<PlanRevision> open(String plan) {
        return jdbc.sql(SELECT + "where plan_id = ? and state in ('CHECKING', 'OFFERED', 'APPROVED')")
                .param(plan)
                .query(this::read)
                .optional();
    }

    /** The newest first. */
    List<PlanRevision> all(String plan) {
        return jdbc.sql(SELECT + "where plan_id = ? order by number desc")
                .param(plan)
                .query(this::read)
                .list();
    }

    void ask(long number, int position, Rank rank, Instant at) {
        jdbc.sql(
                        """
                        insert into plan_revision_rank (revision, position, group_id, capacity, asked_at)
                        values (?, ?, ?, ?, ?)""")
                .params(number, position, rank.group(), rank.capacity(), Timestamp.from(at))
                .update();
    }

    /** In the order in which they were asked. */
    List<Asked> asked(long number) {
        return jdbc.sql("select * from plan_revision_rank where revision = ? order by position")
                .param(number)
                .query((row, n) -> new Asked(
                        row.getInt("position"),
                        row.getString("group_id"),
                        row.getString("capacity"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    private PlanRevision read(ResultSet row, int n) throws SQLException {
        return new PlanRevision(
                row.getLong("number"),
                row.getString("plan_id"),
                row.getString("version"),
                row.getLong("base"),
                RevisionScope.valueOf(row.getString("scope")),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                State.valueOf(row.getString("state")),
                findings(row.getString("findings")),
                row.getString("decided_by"),
                row.getString("capacity"),
                instant(row, "decided_at"),
                row.getString("opinion"),
                instant(row, "effective_at"),
                row.getObject("plan_version", Long.class),
                instant(row, "confirm_by"));
    }

    private List<Finding> findings(String kept) {
        try {
            return kept == null ? List.of() : json.readValue(kept, FINDINGS);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("findings of a proposal", unreadable);
        }
    }

    private String written(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("findings of a proposal", unwritable);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
