package org.keizoku.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every clause that a model, a decision, a form or a plan names is in the catalogue. */
final class ClauseRules {

    private static final Pattern ENTRY = Pattern.compile("(?m)^- id: (\\S+)");
    private static final Pattern NAMED = Pattern.compile(
            "name=\"clause\"\\s+value=\"([^\"]*)\"|value=\"([^\"]*)\"\\s+name=\"clause\"|\"clause\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern LIKE_AN_ID = Pattern.compile("\\b[A-Z]{3}-[0-9A-Z]+-[0-9]+\\b");

    private ClauseRules() {}

    static List<String> known(Models models) {
        Set<String> catalogue = catalogue(models.root());
        if (catalogue.isEmpty()) {
            return List.of("src/main/resources/clauses: the catalogue is missing");
        }
        var named = Stream.of("processes", "forms")
                .flatMap(folder -> files(models.root().resolve(folder)))
                .flatMap(file -> NAMED.matcher(Texts.of(file))
                        .results()
                        .flatMap(hit -> Stream.of(hit.group(1), hit.group(2), hit.group(3))
                                .filter(ids -> ids != null))
                        .flatMap(ids -> Texts.commaSeparated(ids).stream())
                        .map(id -> new Reference(file, id)));
        var decisions = files(models.root().resolve("processes"))
                .filter(file -> file.toString().endsWith(".dmn"));
        var plans = files(models.root().resolve("src/main/resources/plans"))
                .filter(file -> file.toString().matches(".*\\.(ya?ml|json|md|txt|csv|dmn)"));
        var inText = Stream.concat(decisions, plans)
                .flatMap(file ->
                        LIKE_AN_ID.matcher(Texts.of(file)).results().map(hit -> new Reference(file, hit.group())));
        return Stream.concat(named, inText)
                .filter(reference -> !catalogue.contains(reference.id()))
                .map(reference ->
                        reference.file().getFileName() + " " + reference.id() + ": is not in the clause catalogue")
                .distinct()
                .toList();
    }

    private record Reference(Path file, String id) {}

    private static Set<String> catalogue(Path root) {
        return files(root.resolve("src/main/resources/clauses"))
                .filter(file -> file.toString().endsWith(".yaml"))
                .flatMap(file -> ENTRY.matcher(Texts.of(file)).results())
                .map(entry -> entry.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
