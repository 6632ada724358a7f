package org.keizoku.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keizoku.engine.MoreProcedures;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The decision tables, processes and forms that stand beside a plan file: the organisation's own rules and orders of steps. */
@Component
class PlanProcedures implements MoreProcedures {

    private static final Pattern MODEL = Pattern.compile(".+\\.(bpmn|dmn|form)");

    private final PlanSettings settings;

    PlanProcedures(PlanSettings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, Resource> files() {
        try {
            Map<String, Resource> files = new TreeMap<>(shipped());
            if (settings.isFile()) {
                files.putAll(beside(Path.of(settings.plan()).toAbsolutePath().getParent()));
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the rules beside the plan could not be read", unreadable);
        }
    }

    private static Map<String, Resource> shipped() throws IOException {
        Map<String, Resource> files = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:plans/*/*")) {
            if (file.getFilename() != null && MODEL.matcher(file.getFilename()).matches()) {
                String url = file.getURL().toString();
                files.put(url.substring(url.lastIndexOf("/plans/") + 1), file);
            }
        }
        return files;
    }

    private static Map<String, Resource> beside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, Resource> models = new TreeMap<>();
            files.filter(file -> MODEL.matcher(file.getFileName().toString()).matches())
                    .forEach(file -> models.put(
                            "plans/%s/%s".formatted(folder.getFileName(), file.getFileName()),
                            new FileSystemResource(file)));
            return models;
        }
    }
}
