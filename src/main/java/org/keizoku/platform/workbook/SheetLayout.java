package org.keizoku.platform.workbook;

import java.util.List;

/** How a sheet that we write looks: its name and its columns. */
public record SheetLayout(String name, List<Column> columns) {

    /**
     * A column.
     *
     * @param width in characters of half width
     * @param choices what Excel offers in a list; other entries are possible, since the reader says what is wrong with them
     */
    public record Column(String heading, int width, List<String> choices) {}
}
