package org.keizoku.audit.seal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what is settled. It only reads entries, so writers never wait for it. */
@Component
class Sealer {

    /** At most this many entries under one seal: a broken one is found among few, and a seal is read in one piece. */
    static final int MOST = 1000;

    /** The lock by which one node seals at a time, held for a transaction; a number that nothing else in this database uses. */
    private static final long LOCK = 0x6b65697a6f6b75L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LedgerKey key;
    private final Clock clock;
    private final Settled settled;

    Sealer(JdbcClient jdbc, TransactionTemplate transaction, LedgerKey key, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.key = key;
        this.clock = clock;
        this.settled = new Settled(jdbc, transaction);
    }

    /** One look: seals all that is settled, and says how many seals that took. */
    synchronized int seal() {
        long upTo = settled.upTo();
        int seals = 0;
        while (Boolean.TRUE.equals(transaction.execute(status -> sealNext(upTo)))) {
            seals++;
        }
        return seals;
    }

    private boolean sealNext(long upTo) {
        if (!isOurTurn()) {
            return false;
        }
        Optional<Head> newest = newestSeal().map(Seal::head);
        long from = newest.map(head -> head.toId() + 1).orElse(1L);
        List<Leaf> leaves = leaves(from, upTo);
        if (leaves.isEmpty()) {
            return false;
        }
        long to = leaves.size() < MOST ? upTo : leaves.get(leaves.size() - 1).id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        insert(
                new Head(
                        newest.map(Head::no).orElse(0L) + 1,
                        from,
                        to,
                        leaves.size(),
                        MerkleTree.root(leaves),
                        newest.map(Head::hash).orElse(Head.NOTHING),
                        now,
                        key.id()),
                leaves);
        return true;
    }

    private boolean isOurTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    /** Empty before the first. */
    Optional<Seal> newestSeal() {
        return jdbc.sql("select %s from ledger_seal order by no desc limit 1".formatted(Seal.COLUMNS))
                .query((row, number) -> Seal.read(row))
                .optional();
    }

    private List<Leaf> leaves(long from, long to) {
        return jdbc.sql("select %s from ledger_entry e where id between ? and ? order by id limit ?"
                        .formatted(EntryRow.COLUMNS))
                .params(from, to, MOST)
                .query((row, number) -> Leaf.of(EntryRow.read(row)))
                .list();
    }

    private void insert(Head head, List<Leaf> leaves) {
        jdbc.sql("insert into ledger_seal (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(Seal.COLUMNS))
                .params(
                        head.no(),
                        head.fromId(),
                        head.toId(),
                        head.entries(),
                        head.root(),
                        head.previous(),
                        Timestamp.from(head.sealedAt()),
                        head.keyId(),
                        key.sign(head.bytes()),
                        Leaf.written(leaves))
                .update();
    }
}
