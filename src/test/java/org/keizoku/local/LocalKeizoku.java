package org.keizoku.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.TimeZone;
import org.keizoku.Keizoku;
import org.springframework.boot.SpringApplication;

/** Keizoku on one's own machine: the application with a real PostgreSQL and local stand-ins for what it talks to. */
public final class LocalKeizoku {

    private LocalKeizoku() {}

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(Keizoku.ZONE));
        var database = EmbeddedDatabase.in(Path.of(".keizoku/postgres"), "local").withDatabase("keizoku");
        var application = new SpringApplication(Keizoku.class);
        application.setDefaultProperties(Map.of(
                "KEIZOKU_DB_URL", database.url("keizoku"),
                "KEIZOKU_DB_PASSWORD", database.password(),
                "KEIZOKU_DB_OWNER_PASSWORD", database.password()));
        application.run(args);
    }
}
