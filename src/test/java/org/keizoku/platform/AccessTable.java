package org.keizoku.platform;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One of the tables of docs/access.md.
 *
 * @param head the names of its columns
 * @param rows its cells, row by row
 */
record AccessTable(List<String> head, List<List<String>> rows) {

    /** Everybody who has a column, in their order. */
    static final List<String> ROLES = List.of(
            "nobody",
            "staff",
            "leader",
            "head",
            "deputy",
            "mayor",
            "section",
            "contact",
            "office",
            "security",
            "auditor",
            "operator");

    /** The table under this heading. */
    static AccessTable under(String heading) {
        try {
            List<List<String>> cells = Files.readString(Path.of("docs/access.md"))
                    .split("(?m)^## " + heading + "$")[1]
                    .split("(?m)^## ")[0]
                    .lines()
                    .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                    .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .toList();
            return new AccessTable(cells.get(0), cells.subList(1, cells.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Who stands for each role but nobody, as the document says. */
    static Map<String, String> persons() {
        return under("Roles").rows().stream()
                .filter(row -> row.size() > 2 && !row.get(2).isEmpty())
                .collect(toMap(row -> row.get(0), row -> row.get(2)));
    }

    String cell(List<String> row, String column) {
        return row.get(head.indexOf(column));
    }

    /** What the row says for each role that has a column. */
    Map<String, String> roles(List<String> row) {
        return IntStream.range(0, head.size())
                .filter(n -> ROLES.contains(head.get(n)))
                .boxed()
                .collect(toMap(head::get, row::get, (one, other) -> one, LinkedHashMap::new));
    }
}
