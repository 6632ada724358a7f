package org.keizoku.plan.lint;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.keizoku.engine.BrokenTable;
import org.keizoku.engine.DecisionTables;
import org.keizoku.plan.EventType;
import org.keizoku.plan.Plan;
import org.keizoku.plan.lint.PlanRule.Broken;

/** The table that names the manual for an event: one manual for each kind, or the response to it ends before it begins. */
final class ManualTable {

    private static final String SHARED = "manual";

    private final DecisionTables tables;

    ManualTable(Surroundings around) {
        this.tables = around.tables();
    }

    Stream<Broken> faults(Plan plan) {
        String table = plan.table(SHARED);
        return !tables.has(table)
                ? Stream.of()
                : Arrays.stream(EventType.values())
                        .filter(event -> !namesOne(table, event))
                        .map(event -> new Broken(
                                "tables.manual",
                                "手順書の判定表「%s」は、%sの手順書を一つに決められません".formatted(table, event.label()),
                                "DMNの判定表に、どの事象にも当てはまる最後の行を加え、出力を一つにしてください"));
    }

    private boolean namesOne(String table, EventType event) {
        Map<String, Object> facts = Reportable.facts(event).get(0);
        try {
            return tables.ask(table, facts)
                    .filter(row -> row.size() == 1 && row.values().iterator().next() instanceof String)
                    .isPresent();
        } catch (BrokenTable fails) {
            return false;
        }
    }
}
