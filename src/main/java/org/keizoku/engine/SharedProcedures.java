package org.keizoku.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The processes, decisions and forms that every plan shares. */
public final class SharedProcedures {

    private static final List<String> FILES =
            List.of("classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/*.form");

    private SharedProcedures() {}

    /** The files by their names in the repository, for example {@code processes/activation.bpmn}. */
    public static Map<String, Resource> files() {
        var resolver = new PathMatchingResourcePatternResolver();
        Map<String, Resource> files = new TreeMap<>();
        try {
            for (String pattern : FILES) {
                for (Resource file : resolver.getResources(pattern)) {
                    files.put(nameInRepository(file), file);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the processes could not be read", unreadable);
        }
        return files;
    }

    private static String nameInRepository(Resource file) throws IOException {
        String url = file.getURL().toString();
        int start = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/"));
        return url.substring(start + 1);
    }
}
