package org.keizoku.plan.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.keizoku.platform.workbook.SheetLayout;

/**
 * A sheet whose rows are the entries of a part of the plan; the first column is the id.
 *
 * @param noun what one row is, for people
 * @param part the part of the plan
 * @param lists sheets with what an entry has several of
 */
record EntrySheet(String name, String noun, String part, List<Column> columns, List<ListSheet> lists) {

    Column id() {
        return columns.get(0);
    }

    List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    SheetLayout layout() {
        return new SheetLayout(name, columns.stream().map(Column::layout).toList());
    }

    List<String> row(ObjectNode entry) {
        return columns.stream().map(column -> column.shown(entry)).toList();
    }

    /**
     * A sheet whose rows belong to entries of another, several to one.
     *
     * @param owner the heading of the column with the entry's id
     * @param place where the entry has them
     */
    record ListSheet(String name, String owner, Place place, List<Column> columns) {

        List<String> headings() {
            return Stream.concat(Stream.of(owner), columns.stream().map(Column::heading))
                    .toList();
        }

        SheetLayout layout() {
            var id = new SheetLayout.Column(owner, 22, List.of());
            return new SheetLayout(
                    name,
                    Stream.concat(Stream.of(id), columns.stream().map(Column::layout))
                            .toList());
        }

        Stream<List<String>> rows(ObjectNode entry) {
            return items(entry).map(item -> Stream.concat(
                            Stream.of(entry.path("id").asText()),
                            columns.stream().map(column -> column.shown(item)))
                    .toList());
        }

        /** What the entry has of it. */
        Stream<ObjectNode> items(ObjectNode entry) {
            var list = place.in(entry);
            return list == null
                    ? Stream.empty()
                    : Stream.iterate(0, n -> n < list.size(), n -> n + 1).map(n -> (ObjectNode) list.get(n));
        }

        /** One line of words for each of them. */
        String told(ObjectNode entry) {
            return String.join(
                    "\n",
                    items(entry)
                            .map(item -> String.join(
                                    " ",
                                    columns.stream()
                                            .map(column -> column.shown(item))
                                            .filter(words -> !words.isEmpty())
                                            .toList()))
                            .toList());
        }
    }
}
