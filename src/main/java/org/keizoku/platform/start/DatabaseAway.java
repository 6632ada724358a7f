package org.keizoku.platform.start;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one line that the database cannot be reached and where it was looked for; never with a password. */
class DatabaseAway extends AbstractFailureAnalyzer<SQLException> {

    /** No connection, wrong password, no such database, starting or stopping. */
    private static final Set<String> AWAY = Set.of("28P01", "28000", "3D000", "57P03", "57P01", "53300");

    private final Environment environment;

    DatabaseAway(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, SQLException found) {
        SQLException cause = innermost(found);
        String state = String.valueOf(cause.getSQLState());
        if (!state.startsWith("08") && !AWAY.contains(state)) {
            return null;
        }
        String where = environment
                .getProperty("spring.datasource.url", "?")
                .replaceAll("\\?.*", "")
                .replaceAll("//[^/@]*@", "//");
        return new FailureAnalysis(
                "データベースに接続できません: %s (%s)".formatted(where, reason(state)),
                "データベースが動いているか、KEIZOKU_DB_URL・利用者・パスワードの設定を確かめてください。",
                found);
    }

    private static String reason(String state) {
        return switch (state) {
            case "28P01", "28000" -> "利用者名またはパスワードが違います";
            case "3D000" -> "データベースがありません";
            case "53300" -> "接続数が上限に達しています";
            case "57P01", "57P03" -> "起動中または停止中です";
            default -> "応答がありません";
        };
    }

    private static SQLException innermost(SQLException outer) {
        SQLException found = outer;
        for (Throwable cause = outer; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                found = sql;
            }
        }
        return found;
    }
}
