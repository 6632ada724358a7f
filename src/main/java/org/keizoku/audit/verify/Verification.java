package org.keizoku.audit.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keizoku.audit.seal.Head;
import org.keizoku.audit.seal.VerifyingKey;

/**
 * One verification of the ledger, over a connection that reads one state of the database: within a transaction that is repeatable read.
 * It needs the right to read the ledger's and the engine's tables, and nothing else.
 */
public final class Verification {

    private final Connection connection;
    private final Terms terms;
    private final Findings findings = new Findings();

    public Verification(Connection connection, Terms terms) {
        this.connection = connection;
        this.terms = terms;
    }

    public Result run() throws SQLException {
        var keys = keys();
        var chain = new SealChain(!keys.isEmpty(), terms, findings);
        var span = Span.of(connection, terms.activation());
        boolean whole;
        SealedEntries entries;
        try (var hashers = new Hashers();
                var seals = new CheckedSeals(connection, keys, hashers)) {
            entries =
                    new SealedEntries(new KeptEntries(connection, hashers, span.from(), span.to()), erased(), findings);
            whole = walk(chain, seals, entries, span);
        }
        if (whole && !findings.isFull()) {
            new HistoryCheck(connection, terms.activation(), findings).run();
        }
        return new Result(
                entries.compared(),
                entries.unsealed(),
                chain.seals(),
                chain.newest(),
                findings.all(),
                whole && !findings.isFull());
    }

    /** Whether it got to the end. */
    private boolean walk(SealChain chain, CheckedSeals seals, SealedEntries entries, Span span) throws SQLException {
        Removed removed = Removed.of(connection);
        Head lastRemoved = null;
        for (CheckedSeal seal = seals.take(); seal != null; seal = seals.take()) {
            if (terms.outOfTime().getAsBoolean() || findings.isFull()) {
                return false;
            }
            boolean follows = chain.next(seal);
            Head head = seal.head();
            if (removed.covers(head)) {
                lastRemoved = head;
                entries.removed(head);
            } else if (head.toId() >= span.from() && head.fromId() <= span.to()) {
                entries.before(head, follows);
                entries.under(seal);
            }
        }
        chain.end();
        removed.checked(lastRemoved).ifPresent(findings::add);
        entries.rest(terms.now().minus(terms.sealedWithin()));
        return true;
    }

    private Map<String, VerifyingKey> keys() throws SQLException {
        Map<String, VerifyingKey> keys = new HashMap<>();
        try (var rows = connection.createStatement().executeQuery("select key_id, public_key from ledger_key")) {
            while (rows.next()) {
                String id = rows.getString("key_id");
                var key = new VerifyingKey(rows.getBytes("public_key"));
                if (key.id().equals(id)) {
                    keys.put(id, key);
                } else {
                    findings.add(Finding.key(id, "公開鍵が鍵IDと合わない(差し替えられた)"));
                }
            }
        }
        return keys;
    }

    private Set<Long> erased() throws SQLException {
        Set<Long> erased = new HashSet<>();
        try (var rows = connection
                .createStatement()
                .executeQuery("select (origin->>'erased')::bigint from ledger_entry where kind = 'values-erased'")) {
            while (rows.next()) {
                erased.add(rows.getLong(1));
            }
        }
        return erased;
    }

    /** The ids to compare, from the beginning of a seal to the end of one. */
    private record Span(long from, long to) {

        static Span of(Connection connection, Optional<String> activation) throws SQLException {
            if (activation.isEmpty()) {
                return new Span(Long.MIN_VALUE, Long.MAX_VALUE);
            }
            try (var statement = connection.prepareStatement(
                    """
                    select coalesce((select max(from_id) from ledger_seal where from_id <= first), first),
                        coalesce((select min(to_id) from ledger_seal where to_id >= last), last)
                    from (select coalesce(min(id), 1) first, coalesce(max(id), 0) last
                        from ledger_entry where activation_number = ?) ids""")) {
                statement.setString(1, activation.get());
                var row = statement.executeQuery();
                row.next();
                return new Span(row.getLong(1), row.getLong(2));
            }
        }
    }
}
