package org.keizoku.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every plan text that was ever in force, under a number, with who accepted it; the same text is kept once. The latest counts. */
@Repository
class PlanVersions {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the text as the latest version, with what it changes; false where this text was kept before. */
    boolean keep(Plan plan, String yaml, Approval approval) {
        Optional<String> before = findLatest(plan.id()).map(this::yaml);
        return jdbc.sql(
                                """
                        insert into plan_version
                          (plan_id, version, sha256, yaml, kept_at, approved_by, capacity, approved_at, reason, changes, diff)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (plan_id, sha256) do nothing""")
                        .params(
                                plan.id(),
                                plan.version(),
                                hash(yaml),
                                yaml,
                                Timestamp.from(clock.instant()),
                                approval.by(),
                                approval.capacity(),
                                Timestamp.from(approval.at()),
                                approval.reason(),
                                before.map(text -> String.join("\n", changes(text, plan)))
                                        .orElse(""),
                                before.map(text -> LineDiff.between(text, yaml)).orElse(""))
                        .update()
                > 0;
    }

    boolean knows(String plan, String yaml) {
        return jdbc.sql("select exists (select 1 from plan_version where plan_id = ? and sha256 = ?)")
                .params(plan, hash(yaml))
                .query(Boolean.class)
                .single();
    }

    /** A cheap look, made every other second: the number of the version that counts. */
    long latest(String plan) {
        return findLatest(plan).orElseThrow(() -> new IllegalStateException("no version of plan " + plan));
    }

    String yaml(long number) {
        return jdbc.sql("select yaml from plan_version where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** The newest first. */
    List<PlanVersion> all(String plan) {
        return jdbc.sql(
                        """
                        select number, version, kept_at, approved_by, capacity, approved_at, reason, changes, diff
                        from plan_version where plan_id = ? order by number desc""")
                .param(plan)
                .query(PlanVersions::read)
                .list();
    }

    private Optional<Long> findLatest(String plan) {
        return jdbc.sql("select number from plan_version where plan_id = ? order by number desc limit 1")
                .param(plan)
                .query(Long.class)
                .optional();
    }

    /** The version before may have been written for an older schema: then its lines can still be compared. */
    private static List<String> changes(String before, Plan after) {
        var former = new PlanFile("", before);
        return former.refusals().isEmpty()
                ? PlanChanges.between(former.read(), after)
                : List.of("前の版は今の書式では読めないため、項目ごとの比較はありません");
    }

    private static PlanVersion read(ResultSet row, int n) throws SQLException {
        return new PlanVersion(
                row.getLong("number"),
                row.getString("version"),
                row.getTimestamp("kept_at").toInstant(),
                new Approval(
                        row.getString("approved_by"),
                        row.getString("capacity"),
                        row.getTimestamp("approved_at").toInstant(),
                        row.getString("reason")),
                row.getString("changes").lines().toList(),
                row.getString("diff"));
    }

    private static String hash(String yaml) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
