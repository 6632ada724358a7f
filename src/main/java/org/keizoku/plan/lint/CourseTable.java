package org.keizoku.plan.lint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keizoku.engine.BrokenTable;
import org.keizoku.engine.DecisionTables;
import org.keizoku.plan.EventType;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role;
import org.keizoku.plan.lint.PlanRule.Broken;

/** The table that sets the course of the response: it has an answer to every report in every regime, and names roles that the plan has. */
final class CourseTable {

    private static final String SHARED = "response-course";
    private static final List<String> REGIMES = List.of("automatic", "head-decides", "monitor");
    private static final List<String> ROLES = List.of("reportsTo", "alsoTold");

    private final DecisionTables tables;

    CourseTable(Surroundings around) {
        this.tables = around.tables();
    }

    Stream<Broken> faults(Plan plan) {
        String table = plan.table(SHARED);
        return !tables.has(table)
                ? Stream.of()
                : Arrays.stream(EventType.values())
                        .flatMap(event -> asked(event).flatMap(facts -> fault(plan, table, event, facts).stream()))
                        .distinct()
                        .map(fault -> new Broken(
                                "tables." + SHARED, "対応の進め方の判定表「%s」は、%s".formatted(table, fault), "DMNの判定表を直してください"));
    }

    private Optional<String> fault(Plan plan, String table, EventType event, Map<String, Object> facts) {
        try {
            Optional<Map<String, Object>> row = tables.ask(table, facts);
            return row.isEmpty()
                    ? Optional.of("%sでどの行にも当てはまらない場合があります".formatted(event.label()))
                    : ROLES.stream()
                            .map(row.get()::get)
                            .filter(role -> role != null && !isRole(plan, role))
                            .findFirst()
                            .map(role -> "%sで役割「%s」に連絡しますが、rolesにありません".formatted(event.label(), role));
        } catch (BrokenTable fails) {
            return Optional.of("判定できません: " + fails.getMessage());
        }
    }

    private static boolean isRole(Plan plan, Object role) {
        return plan.roles().stream().map(Role::id).anyMatch(id -> id.value().equals(role));
    }

    private static Stream<Map<String, Object>> asked(EventType event) {
        return Reportable.facts(event).stream()
                .flatMap(facts -> REGIMES.stream().map(regime -> {
                    Map<String, Object> asked = new HashMap<>(facts);
                    asked.put("regime", regime);
                    return asked;
                }));
    }
}
