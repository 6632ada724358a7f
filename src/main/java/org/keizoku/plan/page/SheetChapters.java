package org.keizoku.plan.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Sheet;

/** What people read: the sheets under the chapters of the source, and the tables and procedures that are the plan's own. */
final class SheetChapters {

    private final Plan plan;

    SheetChapters(Plan plan) {
        this.plan = plan;
    }

    Stream<Chapter> all() {
        return Stream.concat(of(plan.sheets()), Stream.of(new Chapter("own", "この計画に固有の手順と判断表", "固有のもの", own())));
    }

    /** These sheets under the chapters of the source. */
    static Stream<Chapter> of(List<Sheet> sheets) {
        Map<String, List<Sheet>> byChapter =
                sheets.stream().collect(Collectors.groupingBy(Sheet::chapter, LinkedHashMap::new, Collectors.toList()));
        var number = new AtomicInteger();
        return byChapter.entrySet().stream()
                .map(chapter -> new Chapter(
                        "sheets-" + number.incrementAndGet(),
                        chapter.getKey(),
                        "資料",
                        chapter.getValue().stream()
                                .map(sheet -> sheet(Anchor.SHEET, sheet))
                                .toList()));
    }

    static Entry sheet(Anchor anchor, Sheet sheet) {
        return new Entry(anchor.of(sheet.id()), sheet.title(), sheet.example())
                .text(sheet.text())
                .table(
                        sheet.columns(),
                        sheet.rows().stream()
                                .map(row -> row.stream().map(Value::of).toList())
                                .toList())
                .clause(sheet.clause());
    }

    private List<Entry> own() {
        return Stream.of(own("procedures", "手順", plan.procedures()), own("tables", "判断表", plan.tables()))
                .filter(entry -> entry.table() != null)
                .toList();
    }

    private static Entry own(String anchor, String title, Map<String, String> replaced) {
        return new Entry(anchor, title)
                .table(
                        List.of("共通のもの", "この計画のもの"),
                        replaced.entrySet().stream()
                                .map(one -> List.of(Value.of(one.getKey()), Value.of(one.getValue())))
                                .toList());
    }
}
