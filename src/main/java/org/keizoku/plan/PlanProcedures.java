package org.keizoku.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keizoku.engine.MoreProcedures;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The decision tables, processes and forms that stand beside a plan file: the organisation's own rules and orders of steps. */
@Component
class PlanProcedures implements MoreProcedures {

    private final PlanSettings settings;

    PlanProcedures(PlanSettings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, Resource> files() {
        try {
            Map<String, Resource> files = new TreeMap<>(ShippedProcedures.files());
            if (settings.isFile()) {
                files.putAll(beside(Path.of(settings.plan()).toAbsolutePath().getParent()));
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the rules beside the plan could not be read", unreadable);
        }
    }

    private static Map<String, Resource> beside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, Resource> models = new TreeMap<>();
            files.filter(file -> ShippedProcedures.MODEL
                            .matcher(file.getFileName().toString())
                            .matches())
                    .forEach(file -> models.put(
                            "plans/%s/%s".formatted(folder.getFileName(), file.getFileName()),
                            new FileSystemResource(file)));
            return models;
        }
    }
}
