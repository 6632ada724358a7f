package org.keizoku.audit.erasure;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keizoku.audit.erasure.TextColumns.TextColumn;

/**
 * A row in which texts of the erasure stand.
 *
 * @param row where it lies, as the database tells it (ctid); good for as long as the transaction has not changed the row
 * @param left what its columns are to hold: a string or bytes
 * @param texts which they are
 */
record Trace(String table, String row, Map<TextColumn, Object> left, Set<String> texts) {

    /** The columns, as people are told of them. */
    String columns() {
        return left.keySet().stream().map(TextColumn::name).collect(Collectors.joining(", "));
    }
}
