package org.keizoku.audit.search;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Blocks of entries that follow each other, each with the pieces of all texts in it. They are made of what is sealed, since nothing can
 * appear among that any more, and never by whoever writes an entry.
 */
@Repository
public class Blocks {

    /** So many entries in a block: fewer make more blocks to keep, more make more entries to read in vain. */
    static final int SIZE = 128;

    /** What has no block yet is looked through in parts of this size. */
    private static final int REST = 1000;

    /** At most this many in one look, so that the next seal does not wait for long. */
    private static final int AT_ONCE = 200;

    /** Held while values are read into a block, and by whoever erases values (V73). */
    private static final long LOCK = 0x6b7a626c6f636bL;

    /** The values are asked for one by one: joined, they would be read from the beginning of the ledger. */
    private static final String TEXTS =
            """
            select id, at, actor, coalesce(capacity, '') as capacity, told,
                coalesce((select facts::text from ledger_facts where entry_id = id), '') as facts
            from ledger_entry where id between ? and ? order by id limit ?""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Blocks(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Makes the blocks that are missing and those whose values were erased; a part of them where there are many. */
    public void make() {
        int made = 0;
        while (made < AT_ONCE && Boolean.TRUE.equals(transaction.execute(status -> makeNext() || renewNext()))) {
            made++;
        }
    }

    private boolean makeNext() {
        long from = end() + 1;
        long sealed = sealedTo();
        // Asked without the lock first: mostly there is nothing to do.
        if (sealed - from + 1 < SIZE) {
            return false;
        }
        lock();
        List<Text> texts = end() + 1 == from ? texts(from, sealed) : List.of();
        if (texts.size() < SIZE) {
            return false;
        }
        jdbc.sql("insert into ledger_block values (?, ?, ?, ?, ?)")
                .params(
                        from,
                        texts.get(SIZE - 1).id(),
                        Timestamp.from(texts.stream()
                                .map(Text::at)
                                .min(Instant::compareTo)
                                .orElseThrow()),
                        Timestamp.from(texts.stream()
                                .map(Text::at)
                                .max(Instant::compareTo)
                                .orElseThrow()),
                        grams(texts))
                .update();
        return true;
    }

    private boolean renewNext() {
        Optional<Range> forgotten = jdbc.sql(
                        "select from_id, to_id from ledger_block where grams is null order by from_id limit 1")
                .query((row, n) -> new Range(row.getLong(1), row.getLong(2)))
                .optional();
        forgotten.ifPresent(block -> {
            lock();
            jdbc.sql("update ledger_block set grams = ? where from_id = ?")
                    .params(grams(texts(block.from(), block.to())), block.from())
                    .update();
        });
        return forgotten.isPresent();
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, n) -> true)
                .single();
    }

    private List<Text> texts(long from, long to) {
        return jdbc.sql(TEXTS)
                .params(from, to, SIZE)
                .query((row, n) -> new Text(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        List.of(
                                person(row.getString("actor")),
                                row.getString("capacity"),
                                row.getString("told"),
                                row.getString("facts"))))
                .list();
    }

    private static Integer[] grams(List<Text> texts) {
        var grams = new Grams();
        texts.forEach(text -> text.words().forEach(grams::add));
        return grams.all();
    }

    /** A person as a block knows them, whether they acted or are spoken of. */
    public static String person(String id) {
        return "{" + id + "}";
    }

    /** The ranges in which what is wanted can stand, between these ids, the first one first; what has no block yet is one of them. */
    public List<Range> among(Wanted wanted, long from, long to) {
        var sql = new StringBuilder("select from_id, to_id from ledger_block where to_id >= ? and from_id <= ?");
        List<Object> parameters = new ArrayList<>(List.of(from, to));
        if (wanted.begin() != null) {
            sql.append(" and last_at >= ?");
            parameters.add(Timestamp.from(wanted.begin()));
        }
        if (wanted.end() != null) {
            sql.append(" and first_at < ?");
            parameters.add(Timestamp.from(wanted.end()));
        }
        for (List<String> words : wanted.words()) {
            sql.append(" and (grams is null")
                    .append(" or grams @> ?".repeat(words.size()))
                    .append(")");
            words.forEach(word -> parameters.add(new Grams().add(word).all()));
        }
        sql.append(" order by from_id");
        List<Range> ranges = new ArrayList<>(jdbc.sql(sql.toString())
                .params(parameters)
                .query((row, n) -> new Range(Math.max(row.getLong(1), from), Math.min(row.getLong(2), to)))
                .list());
        long last = Math.min(to, last("select id from ledger_entry order by id desc limit 1"));
        for (long rest = Math.max(end() + 1, from); rest <= last; rest += REST) {
            ranges.add(new Range(rest, Math.min(rest + REST - 1, last)));
        }
        return ranges;
    }

    /** The last id of the last block, 0 where there is none. */
    private long end() {
        return last("select to_id from ledger_block order by from_id desc limit 1");
    }

    private long sealedTo() {
        return last("select to_id from ledger_seal order by no desc limit 1");
    }

    private long last(String sql) {
        return jdbc.sql(sql).query(Long.class).optional().orElse(0L);
    }

    private record Text(long id, Instant at, List<String> words) {}
}
