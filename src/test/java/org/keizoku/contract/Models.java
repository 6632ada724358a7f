package org.keizoku.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The models, decisions and forms of a repository with the Java classes that spell their names: all that the contract compares. */
record Models(
        Path root,
        List<ProcessFile> processes,
        List<DecisionFile> decisions,
        List<FormFile> forms,
        List<ModelClass> classes) {

    static Models in(Path root, List<ModelClass> classes) {
        return new Models(
                root,
                read(root.resolve("processes"), ".bpmn", ProcessFile::read),
                Stream.concat(
                                read(root.resolve("processes/decisions"), ".dmn", DecisionFile::read).stream(),
                                beside(root.resolve("src/main/resources/plans")))
                        .toList(),
                read(root.resolve("forms"), ".form", FormFile::read),
                classes);
    }

    /** What a rule finds in all processes. */
    List<String> inProcesses(Function<ProcessFile, Stream<String>> rule) {
        return processes.stream().flatMap(rule).toList();
    }

    List<String> inDecisions(Function<DecisionFile, Stream<String>> rule) {
        return decisions.stream().flatMap(rule).toList();
    }

    List<String> inForms(Function<FormFile, Stream<String>> rule) {
        return forms.stream().flatMap(rule).toList();
    }

    /** The process itself and those that call it, however far up, with all of their variables. */
    Set<String> knownTo(ProcessFile called) {
        Set<String> known = new HashSet<>(Set.of(called.name()));
        boolean more = true;
        while (more) {
            more = known.addAll(processes.stream()
                    .filter(file -> known.stream().anyMatch(file::passesEverythingTo))
                    .map(ProcessFile::name)
                    .toList());
        }
        return known;
    }

    boolean hasProcess(String id) {
        return Files.exists(root.resolve("processes/" + id + ".bpmn"));
    }

    boolean hasDecision(String id) {
        return Files.exists(root.resolve("processes/decisions/" + id + ".dmn"));
    }

    boolean hasForm(String id) {
        return Files.exists(root.resolve("forms/" + id + ".form"));
    }

    /** The tables beside each plan. */
    private static Stream<DecisionFile> beside(Path plans) {
        if (!Files.isDirectory(plans)) {
            return Stream.of();
        }
        try (var folders = Files.list(plans)) {
            return folders.sorted().toList().stream()
                    .flatMap(folder -> read(folder, ".dmn", DecisionFile::read).stream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T> List<T> read(Path folder, String ending, Function<Path, T> reader) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(reader)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
