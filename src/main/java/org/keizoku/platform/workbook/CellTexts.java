package org.keizoku.platform.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** Reads cells as the text that a person sees in them; a formula as the value that Excel left with it. */
final class CellTexts {

    /** One long text that a million cells show, or a cell far to the right in each row, fills the memory though the file is small. */
    private static final int MOST_CHARACTERS = 4_000_000;

    /** Another workbook, by number or by name, and the functions that fetch. */
    private static final Pattern OUTSIDE = Pattern.compile(
            ".*(\\[\\d+]|\\[[^\\[\\]]*\\.(xl\\w+|csv)]|\\b(WEBSERVICE|RTD|CALL|REGISTER\\.ID)\\s*\\(|\\w\\|.*!).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final DataFormatter formatter = new DataFormatter(Locale.JAPAN);
    private int characters;

    CellTexts() {
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    SheetText of(Sheet sheet) {
        List<SheetText.Row> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (Cell cell : row) {
                while (cells.size() < cell.getColumnIndex()) {
                    cells.add(counted(""));
                }
                cells.add(counted(text(cell)));
            }
            if (cells.stream().anyMatch(text -> !text.isBlank())) {
                rows.add(new SheetText.Row(row.getRowNum() + 1, cells));
            }
        }
        List<String> merged = sheet.getMergedRegions().stream()
                .map(CellRangeAddress::formatAsString)
                .toList();
        return new SheetText(sheet.getSheetName(), merged, rows);
    }

    private String text(Cell cell) {
        if (cell.getCellType() == CellType.FORMULA
                && OUTSIDE.matcher(cell.getCellFormula()).matches()) {
            throw new WorkbookRefused("シート「%s」のセル%sに、ほかのファイルを参照する数式があります。値に直して保存し直してください。"
                    .formatted(cell.getSheet().getSheetName(), cell.getAddress()));
        }
        return formatter.formatCellValue(cell);
    }

    private String counted(String text) {
        characters += text.length() + 1;
        if (characters > MOST_CHARACTERS) {
            throw new WorkbookRefused("セルの文字が多すぎます(全体で%d文字まで)。".formatted(MOST_CHARACTERS));
        }
        return text;
    }
}
