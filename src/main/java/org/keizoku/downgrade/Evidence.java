package org.keizoku.downgrade;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keizoku.activation.Activations;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files that show what was done in a matter. They are added while it is open, and never changed. */
@Repository
class Evidence {

    static final int MOST_BYTES = 5_000_000;

    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final DowngradeRows rows;
    private final Activations activations;
    private final Clock clock;

    Evidence(JdbcClient jdbc, DowngradeRows rows, Activations activations, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.activations = activations;
        this.clock = clock;
    }

    /**
     * A file as it is listed.
     *
     * @param sha256 of its content, in hex
     */
    record Listed(long id, String name, EvidenceKind kind, String sha256, String uploadedBy, Instant uploadedAt) {}

    /** A file to be handed out. */
    record Content(String name, EvidenceKind kind, byte[] bytes) {}

    /** Keeps the file; a Refused says what is wrong with it, or that there is nothing to show in this state. */
    @Transactional
    void add(long number, String name, byte[] content, PersonId by) {
        Downgrade downgrade = rows.locked(number);
        if (!downgrade.mayHaveEvidence()) {
            throw new Refused("%sは「%s」です。証跡を追加できません。".formatted(downgrade.title(), downgrade.stateInWords()));
        }
        if (content.length == 0) {
            throw new Refused("証跡のファイルを選んでください。");
        }
        if (content.length > MOST_BYTES) {
            throw new Refused("ファイルが大きすぎます(5MBまで)。");
        }
        EvidenceKind kind =
                EvidenceKind.of(content).orElseThrow(() -> new Refused("証跡にできるのは、PDF、PNG、JPEG、UTF-8のテキストだけです。"));
        String sha256 = Fingerprint.of(content);
        jdbc.sql(
                        """
                        insert into downgrade_evidence (downgrade, name, kind, content, sha256, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        cleaned(name),
                        kind.name(),
                        content,
                        sha256,
                        by.value(),
                        Timestamp.from(clock.instant()))
                .update();
        activations.record(
                downgrade.activation(),
                "downgrade-evidence",
                "%s: 証跡のファイルを追加".formatted(downgrade.title()),
                Map.of("ファイル", cleaned(name), "SHA-256", sha256));
    }

    /** Puts on record that somebody takes the file away: it may hold what is of level 3. */
    void taken(Downgrade downgrade, Content content) {
        activations.record(
                downgrade.activation(),
                "downgrade-evidence-read",
                "%s: 証跡のファイルを書き出し".formatted(downgrade.title()),
                Map.of("ファイル", content.name()));
    }

    /** In the order in which they were added. */
    List<Listed> of(long number) {
        return jdbc.sql(
                        "select id, name, kind, sha256, uploaded_by, uploaded_at from downgrade_evidence where downgrade = ? order by id")
                .param(number)
                .query((row, n) -> new Listed(
                        row.getLong("id"),
                        row.getString("name"),
                        EvidenceKind.valueOf(row.getString("kind")),
                        row.getString("sha256"),
                        row.getString("uploaded_by"),
                        row.getTimestamp("uploaded_at").toInstant()))
                .list();
    }

    /** The file, where it belongs to this matter. */
    Optional<Content> find(long number, long id) {
        return jdbc.sql("select name, kind, content from downgrade_evidence where downgrade = ? and id = ?")
                .params(number, id)
                .query((row, n) -> new Content(
                        row.getString("name"), EvidenceKind.valueOf(row.getString("kind")), row.getBytes("content")))
                .optional();
    }

    /** The name alone, whatever path or control characters a browser sends with it. */
    private static String cleaned(String name) {
        String alone = name == null
                ? ""
                : name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        if (alone.isEmpty()) {
            return "証跡";
        }
        return alone.length() <= LONGEST_NAME ? alone : alone.substring(alone.length() - LONGEST_NAME);
    }
}
