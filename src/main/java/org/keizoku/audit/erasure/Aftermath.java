package org.keizoku.audit.erasure;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What follows an erasure that is committed. Its own transaction saw one state of the database; what others wrote meanwhile is looked at
 * only now. Nothing of this can take the erasure back: whatever fails is told, with what is to be done.
 */
final class Aftermath {

    /** Made of values that stood there until the erasure, by the application while that was going on. */
    private static final String BLOCKS =
            """
            update ledger_block set grams = null
            where grams is not null and exists (select 1 from unnest(?) as entry(id) where id between from_id and to_id)""";

    private final Connection connection;
    private final Erasure erasure;
    private final PrintWriter out;

    Aftermath(Connection connection, Erasure erasure, PrintWriter out) {
        this.connection = connection;
        this.erasure = erasure;
        this.out = out;
    }

    /** Whether nothing is left to be done. */
    boolean isClean() {
        boolean forgotten = succeeds("検索の索引を消せなかった。索引(ledger_block)の grams を所有者が null にすること", this::forgetBlocks);
        boolean looked = succeeds("消去の間に書かれたものを確かめられなかった。語を --texts に書き、--confirm なしで確かめること", this::look);
        boolean swept = succeeds("古い行のバイトが残る。所有者が vacuum (analyze) を実行すること", this::sweep);
        return forgotten && looked && swept;
    }

    private boolean succeeds(String otherwise, Step step) {
        try {
            return step.isClean();
        } catch (SQLException failed) {
            out.println("消去は済んだが、後始末ができなかった: " + EraseCommand.withoutValues(failed));
            out.println(otherwise);
            return false;
        }
    }

    private boolean forgetBlocks() throws SQLException {
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (var statement = connection.prepareStatement(BLOCKS)) {
            statement.setArray(
                    1, connection.createArrayOf("bigint", erasure.entries().toArray()));
            statement.executeUpdate();
        }
        return true;
    }

    /** In a transaction, so that rows are read some at a time. */
    private boolean look() throws SQLException {
        connection.setAutoCommit(false);
        try {
            List<Trace> later = erasure.left();
            if (!later.isEmpty()) {
                // The words of --entry and --typed-by cannot be read from the record a second time.
                out.println("消去の間に、同じ語が%d件の行に新たに書かれた(%s)。語を --texts に書いてもう一度消去すること"
                        .formatted(
                                later.size(),
                                later.stream().map(Trace::table).distinct().collect(Collectors.joining(", "))));
            }
            return later.isEmpty();
        } finally {
            connection.rollback();
        }
    }

    /** Rows that nobody sees any more keep their bytes until then, and the planner remembers frequent values. */
    private boolean sweep() throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            for (String table : erasure.tables()) {
                statement.execute("vacuum (analyze) " + table);
            }
        }
        return true;
    }

    private interface Step {
        boolean isClean() throws SQLException;
    }
}
