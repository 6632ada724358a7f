package org.keizoku.plan.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.keizoku.plan.workbook.Change.Field;
import org.keizoku.plan.workbook.Change.Kind;
import org.keizoku.plan.workbook.EntrySheet.ListSheet;
import org.keizoku.platform.workbook.CellProblem;
import org.keizoku.platform.workbook.Spoken;
import org.keizoku.platform.workbook.Table;

/** Reads the rows of a sheet as the entries of a part of the plan; what has no column stays as the plan has it. */
final class EntryReading {

    private final EntrySheet sheet;
    private final Map<String, ObjectNode> before = new LinkedHashMap<>();
    private final Map<String, ObjectNode> after = new LinkedHashMap<>();
    private final Map<String, Table.Row> rows = new LinkedHashMap<>();
    private final Map<String, List<Field>> fields = new LinkedHashMap<>();
    private final List<CellProblem> problems = new ArrayList<>();

    EntryReading(EntrySheet sheet, ArrayNode part) {
        this.sheet = sheet;
        part.forEach(entry -> before.put(entry.path("id").asText(), (ObjectNode) entry));
    }

    void read(Table table) {
        problems.addAll(table.problems());
        table.rows().forEach(this::entry);
    }

    /** Reads what the entries have several of; only after the entries themselves. */
    void read(ListSheet list, Table table) {
        problems.addAll(table.problems());
        Map<String, ArrayNode> read = new LinkedHashMap<>();
        table.rows().forEach(row -> {
            String id = Spoken.narrow(row.cell(list.owner()));
            if (!after.containsKey(id)) {
                problems.add(row.problem(
                        list.owner(),
                        id.isEmpty() ? "空欄です" : "%sに「%s」がありません".formatted(sheet.name(), id),
                        "%sにあるIDを入れるか、この行を削除してください".formatted(sheet.name())));
                return;
            }
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            list.columns()
                    .forEach(
                            column -> value(column, row, value -> column.place().put(item, value)));
            read.computeIfAbsent(id, none -> JsonNodeFactory.instance.arrayNode())
                    .add(item);
        });
        if (table.problems().isEmpty()) {
            after.forEach((id, entry) -> replace(list, id, entry, read.get(id)));
        }
    }

    List<CellProblem> problems() {
        return problems;
    }

    /** The part of the plan that the sheet stands for. */
    String part() {
        return sheet.part();
    }

    /** The entries as the sheet has them. */
    ArrayNode entries() {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        after.values().forEach(entries::add);
        return entries;
    }

    /** Each entry with the row in which it stands. */
    void each(BiConsumer<ObjectNode, Table.Row> look) {
        after.forEach((id, entry) -> look.accept(entry, rows.get(id)));
    }

    /** In the order of the sheet; what is gone comes last. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        after.forEach((id, entry) -> {
            if (!before.containsKey(id)) {
                changes.add(change(Kind.ADDED, entry, fields.get(id)));
            } else if (!fields.get(id).isEmpty()) {
                changes.add(change(Kind.CHANGED, entry, fields.get(id)));
            }
        });
        before.forEach((id, entry) -> {
            if (!after.containsKey(id)) {
                changes.add(change(Kind.REMOVED, entry, List.of()));
            }
        });
        if (isMoved()) {
            changes.add(new Change(Kind.MOVED, sheet.noun(), "", sheet.noun() + "の並び順", List.of()));
        }
        return changes;
    }

    private void entry(Table.Row row) {
        Optional<String> id = id(row);
        if (id.isEmpty()) {
            return;
        }
        ObjectNode entry = before.getOrDefault(id.get(), JsonNodeFactory.instance.objectNode())
                .deepCopy();
        List<Field> changed = new ArrayList<>();
        sheet.columns()
                .forEach(column ->
                        value(column, row, value -> change(column, entry, value).ifPresent(changed::add)));
        after.put(id.get(), entry);
        rows.put(id.get(), row);
        fields.put(id.get(), changed);
    }

    private Optional<String> id(Table.Row row) {
        var id = new ArrayList<String>(1);
        value(sheet.id(), row, value -> id.add(value.asText()));
        if (id.isEmpty()) {
            // The other cells of a row that nobody can name would only repeat the same.
            return Optional.empty();
        }
        if (after.containsKey(id.get(0))) {
            problems.add(row.problem(
                    sheet.id().heading(),
                    "「%s」は%d行目にもあります".formatted(id.get(0), rows.get(id.get(0)).number()),
                    "重ならないIDにするか、どちらかの行を削除してください"));
            return Optional.empty();
        }
        return Optional.of(id.get(0));
    }

    private void value(Column column, Table.Row row, Consumer<JsonNode> taker) {
        try {
            taker.accept(column.read(row));
        } catch (Unreadable unreadable) {
            problems.add(column.problem(row, unreadable));
        }
    }

    private static Optional<Field> change(Column column, ObjectNode entry, JsonNode value) {
        if (column.holds(entry, value)) {
            return Optional.empty();
        }
        String was = column.shown(entry);
        column.place().put(entry, value);
        return Optional.of(new Field(column.heading(), was, column.shown(entry)));
    }

    private void replace(ListSheet list, String id, ObjectNode entry, ArrayNode items) {
        if (Objects.equals(items, comparable(list, entry))) {
            return;
        }
        String was = list.told(entry);
        list.place().put(entry, items);
        fields.get(id).add(new Field(list.name(), was, list.told(entry)));
    }

    private static ArrayNode comparable(ListSheet list, ObjectNode entry) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        list.items(entry).forEach(item -> {
            ObjectNode same = items.addObject();
            list.columns().forEach(column -> {
                JsonNode value = column.comparable(item);
                if (value != null) {
                    column.place().put(same, value);
                }
            });
        });
        return items.isEmpty() ? null : items;
    }

    private Change change(Kind kind, ObjectNode entry, List<Field> changed) {
        return new Change(
                kind,
                sheet.noun(),
                entry.path("id").asText(),
                entry.path("name").asText(),
                changed);
    }

    private boolean isMoved() {
        List<String> were = before.keySet().stream().filter(after::containsKey).toList();
        List<String> are = after.keySet().stream().filter(before::containsKey).toList();
        return !were.equals(are);
    }
}
