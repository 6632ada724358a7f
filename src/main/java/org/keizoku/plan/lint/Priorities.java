package org.keizoku.plan.lint;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.keizoku.engine.BrokenTable;
import org.keizoku.engine.DecisionTables;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.PrioritySystem.Target;
import org.keizoku.plan.lint.PlanRule.Broken;
import org.keizoku.platform.JapanTime;

/** A priority letter follows from the shortest target recovery time by the table {@code recovery-priority}, or says why not. */
final class Priorities {

    private static final String TABLE = "recovery-priority";
    private static final double SECONDS_PER_HOUR = 3600;

    private final DecisionTables tables;

    Priorities(Surroundings around) {
        this.tables = around.tables();
    }

    Stream<Broken> contradicting(Plan plan) {
        String table = plan.table(TABLE);
        if (!tables.has(table)) {
            return Stream.of();
        }
        Map<Duration, String> letters = new HashMap<>();
        return Entry.of("systems", plan.systems())
                .filter(system -> system.it().priorityReason() == null)
                .flatMap(system -> {
                    Duration rto = shortest(system.it());
                    String letter = letters.computeIfAbsent(rto, asked -> letter(table, asked));
                    return letter.equals(system.it().priority()) ? Stream.of() : Stream.of(broken(system, rto, letter));
                });
    }

    private static Broken broken(Entry<PrioritySystem> system, Duration rto, String letter) {
        return new Broken(
                system.at("priority"),
                "「%s」の復旧優先度%sは、最も短いRTO(%s)から求まる%sと違います"
                        .formatted(system.it().name(), system.it().priority(), JapanTime.span(rto), letter),
                "復旧優先度又はRTOを直すか、別にする理由をpriorityReasonに書いてください");
    }

    private String letter(String table, Duration rto) {
        try {
            return tables.ask(table, Map.of("rtoHours", rto.toSeconds() / SECONDS_PER_HOUR))
                    .map(row -> String.valueOf(row.get("priority")))
                    .orElse("「なし」");
        } catch (BrokenTable broken) {
            return "「判定不能」(%s)".formatted(broken.getMessage());
        }
    }

    private static Duration shortest(PrioritySystem system) {
        return system.targets().stream()
                .map(Target::rto)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
