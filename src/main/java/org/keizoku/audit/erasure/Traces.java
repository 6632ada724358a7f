package org.keizoku.audit.erasure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keizoku.audit.erasure.TextColumns.TextColumn;

/** Looks for the texts of an erasure in every table, and takes them out. */
final class Traces {

    private static final int ROWS_AT_ONCE = 100;

    /** Models and forms are files of ours. They are looked at, since a word of theirs cannot be erased. */
    static final String MODELS = "act_ge_bytearray";

    private static final String IS_MODEL = "deployment_id_ is not null";

    private final Connection connection;
    private final ErasedTexts texts;
    private final Map<String, List<TextColumn>> columns;

    Traces(Connection connection, ErasedTexts texts) throws SQLException {
        this.connection = connection;
        this.texts = texts;
        this.columns = TextColumns.of(connection);
    }

    /** Those that can be taken out. */
    List<Trace> find() throws SQLException {
        List<Trace> found = new ArrayList<>();
        for (String table : columns.keySet()) {
            String rows = table.equals(MODELS) ? "not (%s)".formatted(IS_MODEL) : "true";
            List<TextColumn> in = columns(table, false);
            found.addAll(scan(table, in, rows, row -> trace(table, row, in)));
        }
        return found;
    }

    /** Those that nobody can write over: in plans, in models, in what the ledger tells, in keys. */
    List<Standing> fast() throws SQLException {
        List<Standing> found = new ArrayList<>();
        for (String table : columns.keySet()) {
            List<TextColumn> in = columns(table, true);
            found.addAll(scan(table, in, "true", row -> standing(table, row, in)));
        }
        List<TextColumn> models = columns.get(MODELS);
        found.addAll(scan(MODELS, models, IS_MODEL, row -> standing(MODELS, row, models)));
        return found;
    }

    private List<TextColumn> columns(String table, boolean fast) {
        return columns.get(table).stream()
                .filter(column -> Fast.is(table, column) == fast)
                .toList();
    }

    private <T> List<T> scan(String table, List<TextColumn> in, String rows, Reading<T> reading) throws SQLException {
        List<T> found = new ArrayList<>();
        if (texts.isEmpty() || in.isEmpty()) {
            return found;
        }
        String select = "select ctid::text, %s from %s where (%s) and (%s)"
                .formatted(
                        in.stream().map(Traces::read).collect(Collectors.joining(", ")),
                        table,
                        rows,
                        in.stream().map(this::mayHold).collect(Collectors.joining(" or ")));
        try (var statement = connection.prepareStatement(select)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            for (int n = 1; n <= in.stream().filter(column -> !column.isBytes()).count(); n++) {
                statement.setString(n, texts.like());
            }
            var row = statement.executeQuery();
            while (row.next()) {
                reading.of(row).ifPresent(found::add);
            }
        }
        return found;
    }

    private static String read(TextColumn column) {
        return column.isBytes() ? column.name() : column.name() + "::text";
    }

    /** Bytes are looked at here: in which characters they are written the database does not know. */
    private String mayHold(TextColumn column) {
        return column.isBytes() ? column.name() + " is not null" : "%s::text ~ ?".formatted(column.name());
    }

    private Optional<Trace> trace(String table, ResultSet row, List<TextColumn> in) throws SQLException {
        Map<TextColumn, Object> left = new LinkedHashMap<>();
        Set<String> standing = new HashSet<>();
        for (int n = 0; n < in.size(); n++) {
            TextColumn column = in.get(n);
            if (column.isBytes()) {
                byte[] written = row.getBytes(n + 2);
                Optional<byte[]> without = Optional.ofNullable(written).flatMap(texts::without);
                without.ifPresent(bytes -> {
                    left.put(column, bytes);
                    standing.addAll(texts.in(written));
                });
            } else {
                String written = row.getString(n + 2);
                String without = written == null ? null : texts.without(written, column.longest());
                if (written != null && !without.equals(written)) {
                    left.put(column, without);
                    standing.addAll(texts.in(written, column.longest()));
                }
            }
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(new Trace(table, row.getString(1), left, standing));
    }

    private Optional<Standing> standing(String table, ResultSet row, List<TextColumn> in) throws SQLException {
        List<String> names = new ArrayList<>();
        Set<String> standing = new HashSet<>();
        for (int n = 0; n < in.size(); n++) {
            Set<String> here = whole(row, n + 2, in.get(n));
            if (!here.isEmpty()) {
                names.add(in.get(n).name());
                standing.addAll(here);
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Standing(table, String.join(", ", names), standing));
    }

    private Set<String> whole(ResultSet row, int number, TextColumn column) throws SQLException {
        if (column.isBytes()) {
            byte[] written = row.getBytes(number);
            return written == null ? Set.of() : texts.wholeIn(written);
        }
        String written = row.getString(number);
        return written == null ? Set.of() : texts.wholeIn(written);
    }

    /** Writes over what these rows hold. */
    void takeOut(Trace trace) throws SQLException {
        var columns = List.copyOf(trace.left().keySet());
        String update = "update %s set %s where ctid = ?::tid"
                .formatted(
                        trace.table(),
                        columns.stream()
                                .map(column -> "%s = ?::%s".formatted(column.name(), column.type()))
                                .collect(Collectors.joining(", ")));
        try (var statement = connection.prepareStatement(update)) {
            for (int n = 0; n < columns.size(); n++) {
                statement.setObject(n + 1, trace.left().get(columns.get(n)));
            }
            statement.setString(columns.size() + 1, trace.row());
            if (statement.executeUpdate() != 1) {
                throw new SQLException("a row of %s is gone".formatted(trace.table()));
            }
        }
    }

    /** What a row that may hold something is read as; empty where it holds nothing. */
    private interface Reading<T> {
        Optional<T> of(ResultSet row) throws SQLException;
    }
}
