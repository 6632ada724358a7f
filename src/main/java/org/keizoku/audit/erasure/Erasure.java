package org.keizoku.audit.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keizoku.audit.erasure.TextColumns.TextColumn;

/**
 * One erasure on request, in the transaction of its connection, which is the owner's: first a look at what would go, then the erasure of
 * just that, with an entry about it.
 */
final class Erasure {

    private static final String VALUES = "ledger_facts";
    private static final String EVIDENCE = "downgrade_evidence";

    private final Connection connection;
    private final Demand demand;
    private final Chosen chosen;
    private final Traces traces;
    private final List<Trace> found;
    private final Set<Long> entries = new LinkedHashSet<>();

    /** Looks; nothing is changed yet. */
    Erasure(Connection connection, Demand demand) throws SQLException {
        this.connection = connection;
        this.demand = demand;
        this.chosen = Chosen.of(connection, demand);
        List<String> texts = new ArrayList<>(demand.texts());
        texts.addAll(chosen.words());
        this.traces = new Traces(connection, new ErasedTexts(texts));
        this.found = withFiles(traces.find());
        entries.addAll(chosen.entries());
        for (Trace trace : found) {
            if (trace.table().equals(VALUES)) {
                entries.addAll(rows("select entry_id from ledger_facts where ctid = ?::tid", trace.row()));
            }
        }
    }

    /** Why nothing may be erased, in Japanese; empty where it may. */
    List<String> hindrances() throws SQLException {
        List<String> hindrances = new ArrayList<>();
        if (new ErasedTexts(demand.texts()).isIn(demand.by() + "\n" + demand.reason(), 0)) {
            hindrances.add("--by と --reason は記録台帳に残る。消去する語を書かないこと");
        }
        var running = new Running(connection);
        Set<String> needed = new TreeSet<>(running.among(found));
        needed.addAll(running.ofEntries(List.copyOf(entries)));
        needed.addAll(running.telling(demand.contacts()));
        needed.addAll(running.asking(demand.outsideContacts()));
        needed.forEach(number -> hindrances.add("%s は進行中で、この値を使う。終わってから消去すること".formatted(number)));
        traces.fast().stream()
                .map(standing -> "%s(%s)にある語は消せない(計画・手順・記録の文・識別子)".formatted(standing.table(), standing.columns()))
                .distinct()
                .forEach(hindrances::add);
        return hindrances;
    }

    /** The texts of the demand that stand neither where they can be taken out nor where they cannot: perhaps they were misspelled. */
    Set<String> nowhere() throws SQLException {
        Set<String> nowhere = new TreeSet<>(demand.texts());
        found.forEach(trace -> nowhere.removeAll(trace.texts()));
        if (!nowhere.isEmpty()) {
            traces.fast().forEach(standing -> nowhere.removeAll(standing.texts()));
        }
        return nowhere;
    }

    /** How many rows of which tables, by their names. */
    Map<String, Long> places() throws SQLException {
        Map<String, Long> places = new TreeMap<>();
        found.stream()
                .filter(trace -> !trace.table().equals(VALUES))
                .forEach(trace -> places.merge("%s(%s)".formatted(trace.table(), trace.columns()), 1L, Long::sum));
        add(places, VALUES, entries);
        add(places, "contact", contacts("select 1 from contact where person_id = any(?)", demand.contacts()));
        add(
                places,
                "outside_contact",
                contacts("select 1 from outside_contact where owner_id = any(?)", demand.outsideContacts()));
        return places;
    }

    /** The entries whose values go. */
    Collection<Long> entries() {
        return entries;
    }

    /** How many words that were typed at the entries stay in other tables: codes, words of the plan, and what is too short. */
    int kept() {
        return chosen.kept();
    }

    /** The tables that it wrote to, once it has. */
    Set<String> tables() {
        Set<String> tables = new TreeSet<>(Set.of(VALUES, "ledger_block", "contact", "outside_contact"));
        found.forEach(trace -> tables.add(trace.table()));
        return tables;
    }

    /** Erases and tells; false where something would be left, and then nothing may be committed. */
    boolean carryOut(Instant now) throws SQLException {
        Map<String, Long> places = places();
        for (Trace trace : found) {
            if (!trace.table().equals(VALUES)) {
                traces.takeOut(trace);
            }
        }
        for (long entry : entries) {
            call("select ledger_erase(?, ?, ?)", entry, demand.by(), demand.reason());
        }
        contacts("delete from contact where person_id = any(?) returning 1", demand.contacts());
        contacts("delete from outside_contact where owner_id = any(?) returning 1", demand.outsideContacts());
        call(
                "select ledger_tell_erasure(?, ?::json, ?, ?)",
                demand.by(),
                new ObjectMapper().valueToTree(places).toString(),
                demand.reason(),
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        return left().isEmpty();
    }

    /** What stands there now. */
    List<Trace> left() throws SQLException {
        return traces.find();
    }

    /** A file goes with its name, and with the words that stand in other columns of its row. */
    private List<Trace> withFiles(List<Trace> words) throws SQLException {
        List<Trace> all = new ArrayList<>(words);
        for (long id : new LinkedHashSet<>(demand.evidence())) {
            try (var statement =
                    connection.prepareStatement("select ctid::text from downgrade_evidence where id = ?")) {
                statement.setLong(1, id);
                var found = statement.executeQuery();
                if (found.next()) {
                    String row = found.getString(1);
                    Optional<Trace> same = words.stream()
                            .filter(trace -> trace.table().equals(EVIDENCE)
                                    && trace.row().equals(row))
                            .findFirst();
                    same.ifPresent(all::remove);
                    all.add(Evidence.erased(row, same));
                }
            }
        }
        return all;
    }

    private static void add(Map<String, Long> places, String table, Collection<?> rows) {
        if (!rows.isEmpty()) {
            places.put(table, (long) rows.size());
        }
    }

    private List<Long> contacts(String sql, List<String> of) throws SQLException {
        return rows(sql, connection.createArrayOf("text", of.toArray()));
    }

    private List<Long> rows(String sql, Object parameter) throws SQLException {
        List<Long> rows = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            var row = statement.executeQuery();
            while (row.next()) {
                rows.add(row.getLong(1));
            }
        }
        return rows;
    }

    private void call(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < parameters.length; n++) {
                statement.setObject(n + 1, parameters[n]);
            }
            statement.execute();
        }
    }

    /** What stands in the place of a file. Its hash stays: it says which file it was, and no file can be read from it. */
    private static final class Evidence {

        static final Map<TextColumn, Object> ERASED = Map.of(
                new TextColumn("content", "bytea", 0, false),
                ErasedText.MARK.getBytes(StandardCharsets.UTF_8),
                new TextColumn("name", "text", 0, false),
                ErasedText.MARK,
                new TextColumn("kind", "text", 0, false),
                "TEXT");

        static Trace erased(String row, Optional<Trace> words) {
            Map<TextColumn, Object> left = new LinkedHashMap<>(ERASED);
            Set<String> written = ERASED.keySet().stream().map(TextColumn::name).collect(Collectors.toSet());
            words.ifPresent(trace -> trace.left().forEach((column, value) -> {
                if (!written.contains(column.name())) {
                    left.put(column, value);
                }
            }));
            return new Trace(EVIDENCE, row, left, words.map(Trace::texts).orElseGet(Set::of));
        }
    }
}
