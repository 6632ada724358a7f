package org.keizoku.revision;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of manuals that came into force: each with the main points of its revision and the day of its approval (KTS-603-04). */
@Repository
class ManualIssues {

    private final JdbcClient jdbc;

    ManualIssues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version of a manual.
     *
     * @param changes the main points of its revision
     * @param capacity in which capacity it was approved
     */
    record Issue(
            long revision,
            String manual,
            String version,
            String changes,
            Instant approvedAt,
            String approvedBy,
            String capacity) {}

    /** The manuals of which the later plan has another version than the earlier, or which it has anew. */
    static Stream<PlanDocument> revised(Plan before, Plan after) {
        return after.documents().stream().filter(PlanDocument::isManual).filter(manual -> before.documents().stream()
                .noneMatch(old -> isSameIssue(old, manual)));
    }

    /** Whether the text says what is new in this manual: a first version needs no word, another one its own. */
    static boolean saysWhatIsNew(Plan before, PlanDocument manual) {
        return before.documents().stream()
                .filter(old -> old.called().equals(manual.called()))
                .allMatch(old -> manual.changes() != null && !manual.changes().equals(old.changes()));
    }

    void keep(long revision, Plan before, Plan after) {
        revised(before, after).forEach(manual -> jdbc.sql(
                        """
                                insert into manual_issue (revision, manual, version, changes) values (?, ?, ?, ?)
                                on conflict (revision, manual) do nothing""")
                .params(revision, manual.called(), manual.version(), manual.changes() == null ? "新規" : manual.changes())
                .update());
    }

    /** The newest first. */
    List<Issue> all(String plan) {
        return jdbc.sql(
                        """
                        select revision, manual, manual_issue.version, changes, decided_at, decided_by, capacity
                        from manual_issue join plan_revision on plan_revision.number = revision
                        where plan_id = ? order by revision desc, manual""")
                .param(plan)
                .query((row, n) -> new Issue(
                        row.getLong("revision"),
                        row.getString("manual"),
                        row.getString("version"),
                        row.getString("changes"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("decided_by"),
                        row.getString("capacity")))
                .list();
    }

    private static boolean isSameIssue(PlanDocument old, PlanDocument now) {
        return old.called().equals(now.called())
                && Objects.equals(old.version(), now.version())
                && Objects.equals(old.updated(), now.updated());
    }
}
