package org.keizoku;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.keizoku.local.EmbeddedDatabase;
import org.keizoku.platform.database.V2__engine_tables;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL of the tests: one server for the JVM, in a folder that goes with it, and a fresh database for each Spring context. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final String ORIGINAL = "keizoku_test";
    private static EmbeddedDatabase server;
    private static boolean isOriginalMade;

    /** A database of its own; both roles have the same password. */
    public record Fresh(String url, String password) {

        /** The application's migrations, as the owner. */
        public FluentConfiguration migrations() {
            return Flyway.configure()
                    .dataSource(url, EmbeddedDatabase.OWNER, password)
                    .javaMigrations(new V2__engine_tables())
                    .placeholders(Map.of("appRole", EmbeddedDatabase.APPLICATION));
        }
    }

    /** Makes an empty database. */
    public static synchronized Fresh empty() {
        return made(ORIGINAL + "_" + MADE.incrementAndGet(), "template0");
    }

    /** Makes a database as the migrations leave it: they run once, and each is a copy of what they made. */
    public static synchronized Fresh migrated() {
        if (!isOriginalMade) {
            made(ORIGINAL, "template0").migrations().load().migrate();
            isOriginalMade = true;
        }
        return made(ORIGINAL + "_" + MADE.incrementAndGet(), ORIGINAL);
    }

    private static Fresh made(String name, String original) {
        if (server == null) {
            server = start();
        }
        return new Fresh(server.withDatabase(name, original).url(name), server.password());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Fresh database = migrated();
        TestPropertyValues.of(
                        "KEIZOKU_DB_URL=" + database.url(),
                        "KEIZOKU_DB_PASSWORD=" + database.password(),
                        "KEIZOKU_DB_OWNER_PASSWORD=" + database.password())
                .applyTo(context);
    }

    private static EmbeddedDatabase start() {
        try {
            Path folder = Files.createTempDirectory("keizoku-test-");
            var started = EmbeddedDatabase.in(folder, "test");
            // Boot runs this after it has closed the contexts; a shutdown hook of our own would race them.
            SpringApplication.getShutdownHandlers().add(() -> {
                started.close();
                FileSystemUtils.deleteRecursively(folder.toFile());
            });
            return started;
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }
}
