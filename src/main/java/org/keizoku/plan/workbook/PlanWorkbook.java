package org.keizoku.plan.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.keizoku.platform.workbook.WorkbookText;
import org.keizoku.platform.workbook.WorkbookWriter;

/** A plan's systems and vendors as a workbook, and what such a workbook makes of the plan. */
final class PlanWorkbook {

    private final PlanEntries plan;

    /** For the text of a plan that was read without an error before. */
    PlanWorkbook(String yaml) {
        this.plan = new PlanEntries(yaml);
    }

    /** The workbook that staff fill in. */
    byte[] written() {
        Named vendors = Named.of(plan.part("vendors"));
        List<EntrySheet> sheets =
                List.of(SystemsSheet.sheet(plan, vendors, Named.of(plan.part("systems"))), VendorsSheet.sheet());
        var writer = new WorkbookWriter();
        writer.telling(Guide.NAME, Guide.of(plan, sheets));
        for (EntrySheet sheet : sheets) {
            List<ObjectNode> entries = plan.objects(sheet.part()).toList();
            writer.table(sheet.layout(), entries.stream().map(sheet::row).toList());
            sheet.lists()
                    .forEach(list -> writer.table(
                            list.layout(), entries.stream().flatMap(list::rows).toList()));
        }
        return writer.bytes();
    }

    /** Reads a workbook against this plan; nothing is stored. */
    Outcome read(WorkbookText workbook) {
        return new WorkbookReading(plan, workbook).outcome();
    }
}
