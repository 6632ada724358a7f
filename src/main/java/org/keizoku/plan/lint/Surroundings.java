package org.keizoku.plan.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.keizoku.plan.Plan;
import org.keizoku.plan.lint.PlanRule.Broken;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The processes and decision tables that a plan can name: those that we ship, and those beside its file. */
final class Surroundings {

    private static final String BPMN = ".bpmn";
    private static final Surroundings SHIPPED =
            new Surroundings(shippedProcesses(), DecisionTables.shipped(), List.of());

    private final Set<String> processes;
    private final DecisionTables tables;
    private final List<String> unreadable;

    private Surroundings(Set<String> processes, DecisionTables tables, List<String> unreadable) {
        this.processes = processes;
        this.tables = tables;
        this.unreadable = unreadable;
    }

    /** What we ship, and nothing else. */
    static Surroundings shipped() {
        return SHIPPED;
    }

    /** What we ship and these files, of which those that are neither BPMN nor DMN do not count. */
    static Surroundings and(Collection<? extends Resource> files) {
        Set<String> processes = new HashSet<>(SHIPPED.processes);
        DecisionTables tables = SHIPPED.tables;
        List<String> unreadable = new ArrayList<>();
        for (Resource file : files) {
            String name = file.getFilename();
            if (name.endsWith(BPMN)) {
                processes.add(process(file));
            } else if (name.endsWith(".dmn")) {
                try {
                    tables = tables.and(Stream.of(file));
                } catch (BrokenTable broken) {
                    unreadable.add(broken.getMessage());
                }
            }
        }
        return new Surroundings(processes, tables, unreadable);
    }

    DecisionTables tables() {
        return tables;
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

    private static Set<String> shippedProcesses() {
        var resolver = new PathMatchingResourcePatternResolver();
        Set<String> processes = new HashSet<>();
        try {
            for (String pattern : List.of("classpath*:processes/**/*.bpmn", "classpath*:plans/*/*.bpmn")) {
                for (Resource file : resolver.getResources(pattern)) {
                    processes.add(process(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return processes;
    }

    /** A file bears the id of its process. */
    private static String process(Resource file) {
        return file.getFilename().substring(0, file.getFilename().length() - BPMN.length());
    }
}
