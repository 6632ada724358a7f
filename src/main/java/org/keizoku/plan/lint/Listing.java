package org.keizoku.plan.lint;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.keizoku.engine.BrokenTable;
import org.keizoku.engine.DecisionTables;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.PrioritySystem.Target;
import org.keizoku.plan.Structure;
import org.keizoku.plan.lint.PlanRule.Broken;
import org.keizoku.platform.JapanTime;

/**
 * A system is on a structure's list of priority systems only where the table {@code priority-listing} chooses it: by how soon the
 * operations that it serves must be back, or as specially noted, which a reason given for its priority says.
 */
final class Listing {

    private static final String SHARED = "priority-listing";
    private static final double SECONDS_PER_HOUR = 3600;

    private final DecisionTables tables;
    private final Map<List<Object>, Boolean> chosen = new ConcurrentHashMap<>();

    Listing(Surroundings around) {
        this.tables = around.tables();
    }

    Stream<Broken> unchosen(Plan plan) {
        String table = plan.table(SHARED);
        return !tables.has(table)
                ? Stream.of()
                : Entry.of("systems", plan.systems()).flatMap(system -> plan.structures().stream()
                        .filter(structure -> system.it().order().containsKey(structure.id()))
                        .filter(structure -> !isChosen(table, structure, system.it()))
                        .map(structure -> new Broken(
                                system.at("order." + structure.id()),
                                "「%s」は%sの一覧にありますが、目標の%sは選定条件に当たりません"
                                        .formatted(
                                                system.it().name(),
                                                structure.name(),
                                                JapanTime.span(start(structure, system.it()))),
                                "一覧から外すか、特筆すべき理由をpriorityReasonに書いてください")));
    }

    private boolean isChosen(String table, Structure structure, PrioritySystem system) {
        double hours = start(structure, system).toSeconds() / SECONDS_PER_HOUR;
        boolean noted = system.priorityReason() != null;
        return chosen.computeIfAbsent(
                List.of(table, structure.id(), hours, noted), asked -> isChosen(table, structure.id(), hours, noted));
    }

    private boolean isChosen(String table, String structure, double hours, boolean noted) {
        try {
            return tables.ask(table, Map.of("structure", structure, "startHours", hours, "noted", noted))
                    .filter(row -> Boolean.TRUE.equals(row.get("listed")))
                    .isPresent();
        } catch (BrokenTable fails) {
            return false;
        }
    }

    /** The shortest target in the events that the structure answers. */
    private static Duration start(Structure structure, PrioritySystem system) {
        return structure.events().stream()
                .map(event -> system.targetFor(event.code()))
                .map(Target::rto)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
