package org.keizoku.plan.workbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.PlanFinding;
import org.keizoku.plan.lint.PlanLint;
import org.keizoku.platform.workbook.CellProblem;
import org.keizoku.platform.workbook.SheetText;
import org.keizoku.platform.workbook.Spoken;
import org.keizoku.platform.workbook.Table;
import org.keizoku.platform.workbook.WorkbookText;

/** Reads both sheets against the plan in force: the vendors first, since systems call them by name. */
final class WorkbookReading {

    private static final String FILE = "読み込んだブック";

    private final PlanEntries plan;
    private final WorkbookText workbook;
    private final List<CellProblem> problems = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, ArrayNode> parts = new LinkedHashMap<>();

    WorkbookReading(PlanEntries plan, WorkbookText workbook) {
        this.plan = plan;
        this.workbook = workbook;
    }

    Outcome outcome() {
        tellAge();
        Optional<EntryReading> vendors = read(VendorsSheet.sheet());
        Named vendorsAfter = vendors.map(read -> Named.of(read.entries())).orElse(Named.of(plan.part("vendors")));
        Optional<EntryReading> systems = read(SystemsSheet.sheet(plan, vendorsAfter, systemsInSheet()));
        systems.ifPresent(read ->
                read.each((system, row) -> TargetsCheck.problem(system, row).ifPresent(read.problems()::add)));
        if (vendors.isEmpty() && systems.isEmpty()) {
            problems.add(CellProblem.ofSheet(SystemsSheet.NAME, "「様式1」「様式2」のどちらのシートもありません", "書き出した様式に記入して読み込んでください"));
        }
        Stream.of(systems, vendors).flatMap(Optional::stream).forEach(this::take);
        return new Outcome(problems, changes, remarks, proposable().orElse(null));
    }

    /** Who brings a workbook from before would undo what others changed since. */
    private void tellAge() {
        workbook.sheet(Guide.NAME)
                .flatMap(guide -> guide.rows().stream().findFirst())
                .map(row -> Spoken.trimmed(row.cells().get(0)))
                .filter(title -> !title.equals(Spoken.trimmed(Guide.title(plan))))
                .ifPresent(title ->
                        remarks.add("このブックは今の版から書き出したものではありません(%s)。その後に計画で変わったところは、元に戻す変更として現れます。".formatted(title)));
    }

    private Optional<EntryReading> read(EntrySheet sheet) {
        return table(sheet.name(), sheet.headings()).map(table -> {
            var reading = new EntryReading(sheet, plan.part(sheet.part()));
            reading.read(table);
            sheet.lists()
                    .forEach(list -> table(list.name(), list.headings()).ifPresent(rows -> reading.read(list, rows)));
            return reading;
        });
    }

    private Optional<Table> table(String sheet, List<String> headings) {
        Optional<SheetText> found = workbook.sheet(sheet);
        if (found.isEmpty()) {
            remarks.add("シート「%s」がないので、その内容は今のままにします。".formatted(sheet));
        }
        return found.map(text -> {
            Table table = Table.of(text, headings);
            table.unread().forEach(heading -> remarks.add("シート「%s」の列「%s」は読み込みません。".formatted(sheet, heading)));
            return table;
        });
    }

    /** The names that a cell of the sheet may refer to: those of the sheet itself. */
    private Named systemsInSheet() {
        List<String> keys = List.of(SystemsSheet.ID_HEADING, SystemsSheet.NAME_HEADING);
        return workbook.sheet(SystemsSheet.NAME)
                .map(sheet -> new Named(Table.of(sheet, keys).rows().stream()
                        .collect(Collectors.toMap(
                                row -> Spoken.narrow(row.cell(SystemsSheet.ID_HEADING)),
                                row -> row.cell(SystemsSheet.NAME_HEADING),
                                (one, other) -> one,
                                LinkedHashMap::new))))
                .orElse(Named.of(plan.part("systems")));
    }

    private void take(EntryReading reading) {
        problems.addAll(reading.problems());
        List<Change> found = reading.changes();
        changes.addAll(found);
        if (!found.isEmpty()) {
            parts.put(reading.part(), reading.entries());
        }
    }

    private Optional<String> proposable() {
        if (!problems.isEmpty() || changes.isEmpty()) {
            return Optional.empty();
        }
        String yaml = plan.with(parts);
        List<PlanFinding> refusals = new PlanFile(FILE, yaml).refusals();
        refusals.forEach(refusal -> problems.add(CellProblem.ofSheet("計画全体", refusal.message(), refusal.remedy())));
        if (!refusals.isEmpty()) {
            return Optional.empty();
        }
        newFindings(yaml).forEach(remarks::add);
        return Optional.of(yaml);
    }

    /** What the plan lint says about this version and not about the one before. */
    private Stream<String> newFindings(String yaml) {
        Set<String> known = PlanLint.lint(FILE, plan.text()).stream()
                .map(WorkbookReading::told)
                .collect(Collectors.toSet());
        return PlanLint.lint(FILE, yaml).stream().map(WorkbookReading::told).filter(told -> !known.contains(told));
    }

    private static String told(PlanFinding finding) {
        return "計画の検査(%s): %s → %s".formatted(finding.severity().label(), finding.message(), finding.remedy());
    }
}
