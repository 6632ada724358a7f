package org.keizoku.plan.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.engine.BrokenTable;
import org.keizoku.engine.DecisionTables;
import org.keizoku.plan.EventType;
import org.keizoku.plan.Plan;
import org.keizoku.plan.Role;
import org.keizoku.plan.lint.PlanRule.Broken;

/** The table that answers an event with a regime: it has an answer to whatever is reported, and to the gravest more than watching. */
final class RegimeTable {

    private static final String SHARED = "regime";
    private static final String PATH = "tables.regime";
    private static final String MONITOR = "monitor";
    private static final Set<String> REGIMES = Set.of("automatic", "head-decides", MONITOR);

    private static final Set<String> ATTENDANCES = Set.of("assemble", "assemble-only", "telework", "safety-only");

    private final DecisionTables tables;
    private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();

    RegimeTable(Surroundings around) {
        this.tables = around.tables();
    }

    /** What a table says to one report; without a regime where no row applies, with a failure where it cannot say. */
    private record Answer(EventType event, Optional<Map<String, Object>> row, String failure) {

        Object output(String name) {
            return row.map(outputs -> outputs.get(name)).orElse(null);
        }
    }

    /** Where the table fails, has no answer, or names what nobody knows. */
    Stream<Broken> faults(Plan plan) {
        Set<String> roles =
                plan.roles().stream().map(Role::id).map(Object::toString).collect(Collectors.toSet());
        return answers(plan)
                .flatMap(answer -> fault(answer, roles).stream())
                .distinct()
                .map(fault ->
                        new Broken(PATH, "体制の判定表「%s」は、%s".formatted(plan.table(SHARED), fault), "DMNの判定表を直してください"));
    }

    /** Events of which even the gravest is only watched. */
    Stream<Broken> unanswered(Plan plan) {
        Map<EventType, List<Answer>> byEvent =
                answers(plan).collect(Collectors.groupingBy(Answer::event, TreeMap::new, Collectors.toList()));
        return byEvent.entrySet().stream()
                .filter(event -> event.getValue().stream().allMatch(answer -> MONITOR.equals(answer.output("regime"))))
                .map(event -> event.getKey().label())
                .map(event -> new Broken(
                        PATH,
                        "%sは、どれほど重大でも監視だけで、体制が作られません".formatted(event),
                        "体制の判定表に、%sで体制を作る行を加えてください".formatted(event)));
    }

    private static Optional<String> fault(Answer answer, Set<String> roles) {
        String event = answer.event().label();
        if (answer.failure() != null) {
            return Optional.of("判定できません: " + answer.failure());
        }
        if (answer.row().isEmpty()) {
            return Optional.of("%sでどの行にも当てはまらない場合があります".formatted(event));
        }
        Object regime = answer.output("regime");
        if (regime == null || !REGIMES.contains(regime)) {
            return Optional.of("%sで体制「%s」を返しますが、手順はこれを知りません".formatted(event, regime));
        }
        Object attendance = answer.output("attendance");
        if (attendance != null && !ATTENDANCES.contains(attendance)) {
            return Optional.of("%sで参集の方法「%s」を返しますが、手順はこれを知りません".formatted(event, attendance));
        }
        Object assembles = answer.output("assembles");
        return assembles == null || roles.contains(assembles)
                ? Optional.empty()
                : Optional.of("%sで役割「%s」を参集させますが、rolesにありません".formatted(event, assembles));
    }

    private Stream<Answer> answers(Plan plan) {
        String table = plan.table(SHARED);
        return tables.has(table) ? answers.computeIfAbsent(table, this::askEverything).stream() : Stream.of();
    }

    private List<Answer> askEverything(String table) {
        return Arrays.stream(EventType.values())
                .flatMap(event -> Reportable.facts(event).stream().map(facts -> ask(table, event, facts)))
                .toList();
    }

    private Answer ask(String table, EventType event, Map<String, Object> facts) {
        try {
            return new Answer(event, tables.ask(table, facts), null);
        } catch (BrokenTable fails) {
            return new Answer(event, Optional.empty(), fails.getMessage());
        }
    }
}
