package org.keizoku.auditing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keizoku.auditing.SecurityAudit.State;
import org.keizoku.auditing.SecurityAudit.Step;
import org.keizoku.auditing.SecurityAudit.What;
import org.keizoku.plan.RoleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of audits and of what their steps said. */
@Repository
class SecurityAuditRows {

    private static final String SELECT =
            """
            select number, plan_version, state, audited_role, audited_from, audited_until, conduct_by, improve_by
            from security_audit
            """;

    private final JdbcClient jdbc;

    SecurityAuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(long planVersion) {
        return jdbc.sql("insert into security_audit (plan_version, state) values (?, 'COMMISSIONED') returning number")
                .param(planVersion)
                .query(Long.class)
                .single();
    }

    void runsAs(long number, String processInstance) {
        jdbc.sql("update security_audit set process_instance = ? where number = ?")
                .params(processInstance, number)
                .update();
    }

    String processInstance(long number) {
        return jdbc.sql("select process_instance from security_audit where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    void planned(long number, RoleId audited, Instant from, Instant until, Instant conductBy) {
        jdbc.sql(
                        """
                        update security_audit set state = 'PLANNED', audited_role = ?, audited_from = ?, audited_until = ?, conduct_by = ?
                        where number = ?""")
                .params(audited.value(), Timestamp.from(from), Timestamp.from(until), Timestamp.from(conductBy), number)
                .update();
    }

    void improving(long number, Instant improveBy) {
        jdbc.sql("update security_audit set state = 'IMPROVING', improve_by = ? where number = ?")
                .params(Timestamp.from(improveBy), number)
                .update();
    }

    void is(long number, State state) {
        jdbc.sql("update security_audit set state = ? where number = ?")
                .params(state.name(), number)
                .update();
    }

    void said(long number, Step step) {
        jdbc.sql(
                        """
                        insert into security_audit_step (audit, step, person_id, capacity, at, words) values (?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        step.what().name(),
                        step.person(),
                        step.capacity(),
                        Timestamp.from(step.at()),
                        step.words())
                .update();
    }

    Optional<SecurityAudit> find(long number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query(this::read)
                .optional();
    }

    /** Whoever changes an audit holds its row until the end of the transaction. */
    SecurityAudit locked(long number) {
        return jdbc.sql(SELECT + "where number = ? for update")
                .param(number)
                .query(this::read)
                .single();
    }

    /** Newest first. */
    List<SecurityAudit> all() {
        return jdbc.sql(SELECT + "order by number desc").query(this::read).list();
    }

    /** When the latest one that was not withdrawn was commissioned; empty where there was none. */
    Optional<Instant> latest() {
        return jdbc.sql(
                        """
                        select at from security_audit_step join security_audit on number = audit
                        where step = 'COMMISSION' and state <> 'WITHDRAWN' order by id desc limit 1""")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private SecurityAudit read(ResultSet row, int number) throws SQLException {
        String audited = row.getString("audited_role");
        return new SecurityAudit(
                row.getLong("number"),
                row.getLong("plan_version"),
                State.valueOf(row.getString("state")),
                audited == null ? null : new RoleId(audited),
                moment(row, "audited_from"),
                moment(row, "audited_until"),
                moment(row, "conduct_by"),
                moment(row, "improve_by"),
                steps(row.getLong("number")));
    }

    private List<Step> steps(long audit) {
        return jdbc.sql(
                        "select step, person_id, capacity, at, words from security_audit_step where audit = ? order by id")
                .param(audit)
                .query((row, n) -> new Step(
                        What.valueOf(row.getString("step")),
                        row.getString("person_id"),
                        row.getString("capacity"),
                        moment(row, "at"),
                        row.getString("words")))
                .list();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
