package org.keizoku.plan.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.keizoku.platform.workbook.CellProblem;
import org.keizoku.platform.workbook.SheetLayout;
import org.keizoku.platform.workbook.Table;

/**
 * A column of a sheet: a value of each entry.
 *
 * @param width in characters of half width
 * @param hint what belongs there, for the sheet that explains
 */
record Column(String heading, int width, Place place, CellForm form, boolean required, String hint) {

    static Column of(String heading, int width, Place place, CellForm form, String hint) {
        return new Column(heading, width, place, form, false, hint);
    }

    static Column needed(String heading, int width, Place place, CellForm form, String hint) {
        return new Column(heading, width, place, form, true, hint);
    }

    SheetLayout.Column layout() {
        return new SheetLayout.Column(heading, width, form.choices());
    }

    /** The words for the entry's value; empty where it has none. */
    String shown(ObjectNode entry) {
        JsonNode value = place.in(entry);
        return value == null ? "" : form.shown(value);
    }

    /** The value of the cell, null for an empty one. */
    JsonNode read(Table.Row row) {
        String words = row.cell(heading);
        if (!words.isEmpty()) {
            return form.read(words);
        }
        if (required) {
            throw new Unreadable("空欄です", "必ず入れてください(%s)".formatted(hint));
        }
        return null;
    }

    /** The entry's value as it would come back from the cell, null for nothing. */
    JsonNode comparable(ObjectNode entry) {
        JsonNode value = place.in(entry);
        return value == null ? null : form.comparable(value);
    }

    /** Whether the entry already says so, in whichever way it is written. */
    boolean holds(ObjectNode entry, JsonNode value) {
        return Objects.equals(value, comparable(entry));
    }

    CellProblem problem(Table.Row row, Unreadable unreadable) {
        return row.problem(heading, unreadable.getMessage(), unreadable.remedy());
    }
}
