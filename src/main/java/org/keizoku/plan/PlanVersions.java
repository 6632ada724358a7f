package org.keizoku.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every plan text that was ever in force, under a number; the same text is kept once. */
@Repository
class PlanVersions {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The number of this text, kept now if it was not there. */
    long keep(String plan, String version, String yaml) {
        String hash = hash(yaml);
        jdbc.sql(
                        """
                        insert into plan_version (plan_id, version, sha256, yaml, kept_at)
                        values (?, ?, ?, ?, ?) on conflict (plan_id, sha256) do nothing""")
                .params(plan, version, hash, yaml, Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select number from plan_version where plan_id = ? and sha256 = ?")
                .params(plan, hash)
                .query(Long.class)
                .single();
    }

    String yaml(long number) {
        return jdbc.sql("select yaml from plan_version where number = ?")
                .param(number)
                .query(String.class)
                .single();
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
