package org.keizoku.platform.workbook;

import java.util.List;

/**
 * A sheet's cells as text.
 *
 * @param merged the ranges whose cells were merged, for example {@code A2:A5}
 * @param rows the rows that are not wholly empty, from above
 */
public record SheetText(String name, List<String> merged, List<Row> rows) {

    /**
     * A row.
     *
     * @param number as Excel shows it, from 1
     * @param cells from column A on; an empty cell is an empty text
     */
    public record Row(int number, List<String> cells) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
