package org.keizoku.platform.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation.ErrorStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a workbook for people to fill in. Every cell is text: Excel then turns no "1-2" into a date, cuts no leading 0 and runs nothing
 * that begins with an equals sign.
 */
public final class WorkbookWriter {

    /** Rows below the last one in which the lists to choose from still open. */
    private static final int ROOM_BELOW = 300;

    private static final int MOST_CHARACTERS_OF_A_CELL = 32_767;
    private static final String CHOICES = "選択肢";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle text = text();
    private final CellStyle heading = heading();
    private XSSFSheet choices;
    private int lists;

    /** A sheet that tells something, one line a row. */
    public WorkbookWriter telling(String name, List<String> lines) {
        XSSFSheet sheet = workbook.createSheet(name);
        sheet.setColumnWidth(0, 110 * 256);
        for (int n = 0; n < lines.size(); n++) {
            cell(sheet.createRow(n), 0, lines.get(n), text);
        }
        return this;
    }

    /** A sheet with a row of headings that stays in view, and these rows. */
    public WorkbookWriter table(SheetLayout layout, List<List<String>> rows) {
        XSSFSheet sheet = workbook.createSheet(layout.name());
        XSSFRow head = sheet.createRow(0);
        for (int c = 0; c < layout.columns().size(); c++) {
            var column = layout.columns().get(c);
            sheet.setColumnWidth(c, column.width() * 256);
            sheet.setDefaultColumnStyle(c, text);
            cell(head, c, column.heading(), heading);
        }
        for (int r = 0; r < rows.size(); r++) {
            XSSFRow row = sheet.createRow(r + 1);
            for (int c = 0; c < rows.get(r).size(); c++) {
                cell(row, c, rows.get(r).get(c), text);
            }
        }
        // The key stays in view to the left.
        sheet.createFreezePane(1, 1);
        sheet.setAutoFilter(
                new CellRangeAddress(0, rows.size(), 0, layout.columns().size() - 1));
        for (int c = 0; c < layout.columns().size(); c++) {
            offer(sheet, c, rows.size() + ROOM_BELOW, layout.columns().get(c));
        }
        return this;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (workbook) {
            if (choices != null) {
                workbook.setSheetOrder(CHOICES, workbook.getNumberOfSheets() - 1);
            }
            workbook.write(bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** The list stands in cells of its own: within the rule itself Excel takes 255 characters at most. */
    private void offer(XSSFSheet sheet, int column, int lastRow, SheetLayout.Column layout) {
        if (layout.choices().isEmpty()) {
            return;
        }
        if (choices == null) {
            choices = workbook.createSheet(CHOICES);
        }
        int list = lists++;
        cell(row(0), list, layout.heading(), heading);
        for (int n = 0; n < layout.choices().size(); n++) {
            cell(row(n + 1), list, layout.choices().get(n), text);
        }
        choices.setColumnWidth(list, layout.width() * 256);
        String range = new CellRangeAddress(1, layout.choices().size(), list, list).formatAsString(CHOICES, true);
        var rules = sheet.getDataValidationHelper();
        var rule = rules.createValidation(
                rules.createFormulaListConstraint(range), new CellRangeAddressList(1, lastRow, column, column));
        rule.setErrorStyle(ErrorStyle.WARNING);
        rule.createErrorBox(layout.heading(), "「選択肢」のシートにない値です。");
        rule.setShowErrorBox(true);
        sheet.addValidationData(rule);
    }

    private XSSFRow row(int n) {
        return choices.getRow(n) == null ? choices.createRow(n) : choices.getRow(n);
    }

    private static void cell(XSSFRow row, int column, String words, CellStyle style) {
        if (words.length() > MOST_CHARACTERS_OF_A_CELL) {
            throw new WorkbookRefused(
                    "Excelのセルに入らない長さの文があります(%d文字まで): %s…".formatted(MOST_CHARACTERS_OF_A_CELL, words.substring(0, 30)));
        }
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        if (words.isEmpty()) {
            return;
        }
        // In the file format _x000A_ means a line end: what looks like that is written so that it comes back as it is.
        cell.setCellValue(words.replaceAll("_(x\\p{XDigit}{4}_)", "_x005F_$1"));
    }

    private CellStyle text() {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private CellStyle heading() {
        var font = workbook.createFont();
        font.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(text);
        style.setFont(font);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
