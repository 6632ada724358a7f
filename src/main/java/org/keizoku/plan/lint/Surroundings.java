package org.keizoku.plan.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keizoku.engine.BrokenTable;
import org.keizoku.engine.DecisionTables;
import org.keizoku.engine.SharedProcedures;
import org.keizoku.plan.Plan;
import org.keizoku.plan.ShippedProcedures;
import org.keizoku.plan.lint.PlanRule.Broken;
import org.springframework.core.io.Resource;

/** The processes and decision tables that a plan can name: those that we ship, and those beside its file. */
final class Surroundings {

    private static final String BPMN = ".bpmn";
    private static final Map<String, Resource> OF_SHIPPED_PLANS = ShippedProcedures.files();
    private static final Surroundings SHIPPED = new Surroundings(
                    Set.of(), Steps.none(), DecisionTables.none(), List.of())
            .with(SharedProcedures.files().values())
            .with(OF_SHIPPED_PLANS.values());

    private final Set<String> processes;
    private final Steps steps;
    private final DecisionTables tables;
    private final List<String> unreadable;

    private Surroundings(Set<String> processes, Steps steps, DecisionTables tables, List<String> unreadable) {
        this.processes = processes;
        this.steps = steps;
        this.tables = tables;
        this.unreadable = unreadable;
    }

    /** What we ship, and nothing else. */
    static Surroundings shipped() {
        return SHIPPED;
    }

    /** What we ship and these files, of which those that are neither BPMN nor DMN do not count. */
    static Surroundings and(Collection<? extends Resource> files) {
        return SHIPPED.with(files.stream()
                .filter(file -> !OF_SHIPPED_PLANS.containsValue(file))
                .toList());
    }

    DecisionTables tables() {
        return tables;
    }

    Stream<Broken> unknownSteps(Plan plan) {
        return steps.unknown(plan);
    }

    Stream<Broken> unknownProcedures(Plan plan) {
        return named(
                plan.procedures(),
                process -> !processes.contains(process),
                "procedures",
                "手順「%s」がありません",
                "BPMNのファイル名(拡張子なし)を書き、ファイルを計画ファイルと同じ場所に置いてください");
    }

    Stream<Broken> unknownTables(Plan plan) {
        return named(
                plan.tables(),
                table -> !tables.has(table),
                "tables",
                "判定表「%s」がありません",
                "DMNの判定のidを書き、ファイルを計画ファイルと同じ場所に置いてください");
    }

    Stream<Broken> unreadableTables(Plan plan) {
        return unreadable.stream()
                .map(why -> new Broken("tables", "判定表を読めません: " + why, "DMNファイルをCamunda Modelerで開いて直してください"));
    }

    /** Whoever misspells the shared procedure or table would go on with the shared one and never know. */
    Stream<Broken> replacingNothing(Plan plan) {
        return Stream.concat(
                replacing(plan.procedures(), shared -> !SHIPPED.processes.contains(shared), "procedures"),
                replacing(plan.tables(), shared -> !SHIPPED.tables.has(shared), "tables"));
    }

    private Surroundings with(Collection<? extends Resource> files) {
        Set<String> allProcesses = new HashSet<>(processes);
        DecisionTables allTables = tables;
        List<Resource> models = new ArrayList<>();
        List<String> allUnreadable = new ArrayList<>(unreadable);
        for (Resource file : files) {
            String name = file.getFilename();
            if (name.endsWith(BPMN)) {
                allProcesses.add(process(file));
                models.add(file);
            } else if (name.endsWith(".dmn")) {
                try {
                    allTables = allTables.and(Stream.of(file));
                } catch (BrokenTable broken) {
                    allUnreadable.add(broken.getMessage());
                }
            }
        }
        return new Surroundings(allProcesses, steps.and(models), allTables, allUnreadable);
    }

    private static Stream<Broken> named(
            Map<String, String> named, Predicate<String> isMissing, String part, String message, String remedy) {
        return named.entrySet().stream()
                .filter(entry -> isMissing.test(entry.getValue()))
                .map(entry -> new Broken(part + "." + entry.getKey(), message.formatted(entry.getValue()), remedy));
    }

    private static Stream<Broken> replacing(Map<String, String> named, Predicate<String> isMissing, String part) {
        return named.keySet().stream()
                .filter(isMissing)
                .map(shared -> new Broken(
                        part + "." + shared,
                        "共通のものに「%s」はないため、この行は何も置き換えません".formatted(shared),
                        "置き換える共通の手順又は判定表の名前を確かめてください"));
    }

    /** A file bears the id of its process. */
    private static String process(Resource file) {
        return file.getFilename().substring(0, file.getFilename().length() - BPMN.length());
    }
}
