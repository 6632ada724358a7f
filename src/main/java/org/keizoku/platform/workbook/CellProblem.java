package org.keizoku.platform.workbook;

/**
 * What is wrong in a sheet, where, and what to do, in words for the person who filled it in.
 *
 * @param row as Excel shows it, 0 where the sheet as a whole is meant
 * @param column the heading, empty where the row as a whole is meant
 */
public record CellProblem(String sheet, int row, String column, String problem, String remedy) {

    /** A problem of the sheet as a whole. */
    public static CellProblem ofSheet(String sheet, String problem, String remedy) {
        return new CellProblem(sheet, 0, "", problem, remedy);
    }
}
