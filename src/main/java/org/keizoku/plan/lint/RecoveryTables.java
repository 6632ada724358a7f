package org.keizoku.plan.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keizoku.engine.BrokenTable;
import org.keizoku.engine.DecisionTables;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PrioritySystem;
import org.keizoku.plan.PrioritySystem.Hosting;
import org.keizoku.plan.lint.PlanRule.Broken;

/** The tables that each recovery asks: without an answer to some system, its recovery would stand still in the night. */
final class RecoveryTables {

    private static final List<Boolean> EITHER = List.of(true, false);
    private static final Predicate<Map<String, Object>> ANY = row -> true;
    private static final Predicate<Map<String, Object>> NAMES_A_WAY = row -> row.get("way") instanceof String;

    private final DecisionTables tables;
    private final Map<List<Object>, Boolean> answered = new ConcurrentHashMap<>();

    RecoveryTables(Surroundings around) {
        this.tables = around.tables();
    }

    Stream<Broken> faults(Plan plan) {
        return Stream.of(
                        fault(plan, "recovery-level", levels(), ANY),
                        fault(plan, "substitute", substitutes(plan), ANY),
                        fault(plan, "recovery-way", ways(), NAMES_A_WAY))
                .flatMap(faults -> faults);
    }

    private Stream<Broken> fault(
            Plan plan, String shared, Stream<Map<String, Object>> asked, Predicate<Map<String, Object>> isAnswer) {
        String table = plan.table(shared);
        return !tables.has(table)
                ? Stream.of()
                : asked.filter(facts -> !answered.computeIfAbsent(
                                List.of(table, facts), asking -> answers(table, facts, isAnswer)))
                        .limit(1)
                        .map(facts -> new Broken(
                                "tables." + shared,
                                "判定表「%s」は、答えを一つに決められない場合があります: %s".formatted(table, facts),
                                "DMNの判定表に、どの場合にも当てはまる最後の行を加えてください"));
    }

    private boolean answers(String table, Map<String, Object> facts, Predicate<Map<String, Object>> isAnswer) {
        try {
            return tables.ask(table, facts).filter(isAnswer).isPresent();
        } catch (BrokenTable fails) {
            return false;
        }
    }

    private static Stream<Map<String, Object>> levels() {
        return Stream.of("S", "A", "B", "C", "D", "E").map(letter -> Map.of("priority", letter));
    }

    private static Stream<Map<String, Object>> substitutes(Plan plan) {
        return plan.systems().stream().map(PrioritySystem::id).map(id -> {
            Map<String, Object> facts = new HashMap<>();
            facts.put("systemId", id.value());
            Stream.of("eventType", "recoveryBase", "failurePlace", "separateLine")
                    .forEach(unknown -> facts.put(unknown, null));
            return facts;
        });
    }

    private static Stream<Map<String, Object>> ways() {
        return Stream.concat(
                        Stream.of((String) null), Stream.of(Hosting.values()).map(Hosting::code))
                .flatMap(hosting -> EITHER.stream().flatMap(vendor -> EITHER.stream()
                        .flatMap(needed -> EITHER.stream().flatMap(within -> EITHER.stream()
                                .map(alternate -> way(hosting, vendor, needed, within, alternate))))));
    }

    private static Map<String, Object> way(
            String hosting, boolean vendor, boolean needed, boolean within, boolean alternate) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("hosting", hosting);
        facts.put("vendorNamed", vendor);
        facts.put("vendorNeeded", needed ? "yes" : "no");
        facts.put("withinRto", within);
        facts.put("alternateBase", alternate);
        return facts;
    }
}
