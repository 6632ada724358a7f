package org.keizoku.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The decision tables, processes and forms that stand beside the plans which come with the application. */
public final class ShippedProcedures {

    static final Pattern MODEL = Pattern.compile(".+\\.(bpmn|dmn|form)");

    private ShippedProcedures() {}

    /** The files by the name under which each is deployed, for example {@code plans/katsushika/regime.dmn}. */
    public static Map<String, Resource> files() {
        Map<String, Resource> files = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:plans/*/*")) {
                if (file.getFilename() != null
                        && MODEL.matcher(file.getFilename()).matches()) {
                    String url = file.getURL().toString();
                    files.put(url.substring(url.lastIndexOf("/plans/") + 1), file);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the shipped plans' rules could not be read", unreadable);
        }
        return files;
    }
}
