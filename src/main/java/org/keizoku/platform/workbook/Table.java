package org.keizoku.platform.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sheet read by its headings: whoever adds a column, moves one or writes a title above loses nothing. */
public final class Table {

    /** A title and a remark may stand above the headings. */
    private static final int HIGHEST_HEADINGS = 10;

    private static final Pattern EXCEL_ERROR = Pattern.compile("#(REF!|N/A|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!|SPILL!)");

    private final List<CellProblem> problems = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private Table() {}

    /** The sheet's rows below its headings; each of these headings must be there once. */
    public static Table of(SheetText sheet, List<String> headings) {
        var table = new Table();
        table.read(sheet, headings);
        return table;
    }

    /** What keeps the table from being read, or makes its cells doubtful. */
    public List<CellProblem> problems() {
        return problems;
    }

    /** Headings of columns that are not read. */
    public List<String> unread() {
        return unread;
    }

    /** The rows in which anything is written under the headings; none where a heading is missing. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * A row by headings.
     *
     * @param number as Excel shows it
     */
    public record Row(String sheet, int number, Map<String, String> cells) {

        /** What is written there without spaces around it; empty where nothing is. */
        public String cell(String heading) {
            return cells.get(heading);
        }

        public CellProblem problem(String heading, String problem, String remedy) {
            return new CellProblem(sheet, number, heading, problem, remedy);
        }
    }

    private void read(SheetText sheet, List<String> headings) {
        var first = Spoken.key(headings.get(0));
        var head = sheet.rows().stream()
                .limit(HIGHEST_HEADINGS)
                .filter(row -> row.cells().stream().map(Spoken::key).anyMatch(first::equals))
                .findFirst();
        if (head.isEmpty()) {
            problems.add(CellProblem.ofSheet(
                    sheet.name(), "見出しの行(「%s」のある行)がありません".formatted(headings.get(0)), "書き出した様式の見出しの行を、シートの先頭に戻してください"));
            return;
        }
        Map<String, Integer> columns = columns(sheet.name(), head.get(), headings);
        if (!sheet.merged().isEmpty()) {
            problems.add(CellProblem.ofSheet(
                    sheet.name(), "セルが結合されています(%s)".formatted(sheet.merged().get(0)), "結合を解除し、どの行にも値を入れてください"));
        }
        if (problems.isEmpty()) {
            sheet.rows().stream()
                    .filter(row -> row.number() > head.get().number())
                    .forEach(row -> add(sheet.name(), row, columns));
        }
    }

    private Map<String, Integer> columns(String sheet, SheetText.Row head, List<String> headings) {
        Map<String, String> wanted = headings.stream().collect(Collectors.toMap(Spoken::key, heading -> heading));
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int n = 0; n < head.cells().size(); n++) {
            String written = head.cells().get(n);
            String heading = wanted.get(Spoken.key(written));
            if (heading == null && !written.isBlank()) {
                unread.add(Spoken.trimmed(written));
            } else if (heading != null && columns.put(heading, n) != null) {
                problems.add(CellProblem.ofSheet(sheet, "「%s」の列が二つあります".formatted(heading), "どちらかの列を削除してください"));
            }
        }
        headings.stream()
                .filter(heading -> !columns.containsKey(heading))
                .forEach(missing -> problems.add(CellProblem.ofSheet(
                        sheet, "「%s」の列がありません".formatted(missing), "書き出した様式と同じ見出しの列を戻してください(空欄でも構いません)")));
        return columns;
    }

    private void add(String sheet, SheetText.Row row, Map<String, Integer> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        columns.forEach((heading, column) -> cells.put(heading, Spoken.trimmed(row.cell(column))));
        if (Set.copyOf(cells.values()).equals(Set.of(""))) {
            return;
        }
        var read = new Row(sheet, row.number(), cells);
        rows.add(read);
        cells.forEach((heading, text) -> {
            if (EXCEL_ERROR.matcher(text).matches()) {
                problems.add(read.problem(heading, "Excelのエラー(%s)になっています".formatted(text), "数式を直すか、値を入れてください"));
            }
        });
    }
}
