package org.keizoku.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL from Maven's binaries, for trying and testing: made with the two database roles and kept in a folder, so that a
 * restart goes on where it was.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    public static final String OWNER = "keizoku_owner";
    public static final String APPLICATION = "keizoku_app";

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    /** Starts on the folder, or makes it; a postmaster that outlived a killed JVM is stopped first. */
    public static EmbeddedDatabase in(Path folder, String password) {
        try {
            Files.createDirectories(folder);
            stopSurvivor(folder);
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            return new EmbeddedDatabase(postgres, password);
        } catch (IOException cannotStart) {
            throw new UncheckedIOException("PostgreSQL did not start in " + folder, cannotStart);
        }
    }

    /** Makes the database with its owner and the application's role where they are not there yet. */
    public EmbeddedDatabase withDatabase(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            makeRole(connection, OWNER);
            makeRole(connection, APPLICATION);
            if (!exists(connection, "select 1 from pg_database where datname = '%s'".formatted(name))) {
                run(connection, "create database %s owner %s encoding 'UTF8' template template0".formatted(name, OWNER));
                run(connection, "revoke all on database %s from public".formatted(name));
                run(connection, "grant connect on database %s to %s".formatted(name, APPLICATION));
            }
            return this;
        } catch (SQLException refused) {
            throw new IllegalStateException("the database " + name + " could not be made", refused);
        }
    }

    public String url(String name) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), name);
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException stopFailed) {
            throw new UncheckedIOException(stopFailed);
        }
    }

    private void makeRole(Connection connection, String role) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = '%s'".formatted(role))) {
            run(connection, "create role %s login".formatted(role));
        }
        run(connection, "alter role %s password '%s'".formatted(role, password));
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void stopSurvivor(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        var survivor = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (survivor.isPresent()) {
            survivor.get().destroy();
            try {
                survivor.get().onExit().get(20, TimeUnit.SECONDS);
            } catch (Exception stillRunning) {
                throw new IOException("another PostgreSQL (process " + pid + ") still runs in " + folder, stillRunning);
            }
        }
        Files.deleteIfExists(pidFile);
    }
}
