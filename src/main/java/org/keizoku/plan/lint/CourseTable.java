package org.keizoku.plan.lint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();

    CourseTable(Surroundings around) {
        this.tables = around.tables();
    }

    /** What a table says to one report; without a row where none applies, with a failure where it cannot say. */
    private record Answer(EventType event, Optional<Map<String, Object>> row, String failure) {}

    Stream<Broken> faults(Plan plan) {
        String table = plan.table(SHARED);
        return !tables.has(table)
                ? Stream.of()
                : answers.computeIfAbsent(table, this::askEverything).stream()
                        .flatMap(answer -> fault(plan, answer).stream())
                        .distinct()
                        .map(fault -> new Broken(
                                "tables." + SHARED, "対応の進め方の判定表「%s」は、%s".formatted(table, fault), "DMNの判定表を直してください"));
    }

    private static Optional<String> fault(Plan plan, Answer answer) {
        String event = answer.event().label();
        if (answer.failure() != null) {
            return Optional.of("判定できません: " + answer.failure());
        }
        return answer.row().isEmpty()
                ? Optional.of("%sでどの行にも当てはまらない場合があります".formatted(event))
                : ROLES.stream()
                        .map(answer.row().get()::get)
                        .filter(role -> role != null && !isRole(plan, role))
                        .findFirst()
                        .map(role -> "%sで役割「%s」に連絡しますが、rolesにありません".formatted(event, role));
    }

    private List<Answer> askEverything(String table) {
        return Arrays.stream(EventType.values())
                .flatMap(event -> asked(event).map(facts -> ask(table, event, facts)))
                .toList();
    }

    private Answer ask(String table, EventType event, Map<String, Object> facts) {
        try {
            return new Answer(event, tables.ask(table, facts), null);
        } catch (BrokenTable fails) {
            return new Answer(event, Optional.empty(), fails.getMessage());
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
