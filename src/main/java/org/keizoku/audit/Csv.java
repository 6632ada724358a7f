package org.keizoku.audit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger as a file for a spreadsheet: opened there, no cell becomes a formula. */
final class Csv {

    /** Without it Excel reads UTF-8 as Shift_JIS. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String HEAD = row("番号", "日時", "だれ", "職", "立場", "種類", "何を", "値", "記録日時");

    private Csv() {}

    static String of(List<Line> lines) {
        return lines.stream().map(Csv::row).collect(Collectors.joining("", BYTE_ORDER_MARK + HEAD, ""));
    }

    private static String row(Line line) {
        String values = line.values().entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("\n"));
        return row(
                String.valueOf(line.id()),
                line.at(),
                line.who(),
                line.post(),
                line.capacity(),
                line.kind(),
                line.told(),
                values,
                line.recordedAt());
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        // Full-width signs too: a Japanese Excel takes them for the narrow ones.
        boolean formula = text.matches("(?s)\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*");
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
