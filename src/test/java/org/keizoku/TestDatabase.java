package org.keizoku;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.keizoku.local.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL of the tests: one server for the JVM, in a folder that goes with it, and a fresh database for each Spring context. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static EmbeddedDatabase server;

    /** An empty database of its own; both roles have the same password. */
    public record Fresh(String url, String password) {}

    /** Makes an empty database. */
    public static synchronized Fresh fresh() {
        if (server == null) {
            server = start();
        }
        String name = "keizoku_test_" + MADE.incrementAndGet();
        return new Fresh(server.withDatabase(name).url(name), server.password());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Fresh database = fresh();
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
