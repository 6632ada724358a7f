package org.keizoku.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A real PostgreSQL from Maven's binaries, for trying and testing: made with the two database roles and kept in a folder, so that a
 * restart goes on where it was. It listens on loopback only, and nobody gets in without a password.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    public static final String OWNER = "keizoku_owner";
    public static final String APPLICATION = "keizoku_app";

    private final DatabaseFolder folder;
    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(DatabaseFolder folder, EmbeddedPostgres postgres, String password) {
        this.folder = folder;
        this.postgres = postgres;
        this.password = password;
    }

    /** Starts on the folder, or makes it; the roles' password is made at the first start and kept beside it. */
    public static EmbeddedDatabase in(Path folder) {
        return in(folder, LocalSecret.in(folder.resolveSibling("database-password"), LocalSecret::random));
    }

    /** Starts on the folder, or makes it; a postmaster that outlived a killed JVM is stopped first. */
    public static EmbeddedDatabase in(Path folder, String password) {
        try {
            var held = DatabaseFolder.held(folder);
            try {
                return new EmbeddedDatabase(held, started(held), password);
            } catch (IOException | RuntimeException cannotStart) {
                held.close();
                throw cannotStart;
            }
        } catch (IOException cannotStart) {
            throw new UncheckedIOException("PostgreSQL did not start in " + folder, cannotStart);
        }
    }

    private static EmbeddedPostgres started(DatabaseFolder folder) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.path())
                .setCleanDataDirectory(false)
                // Its hook would race Spring's, and the database be gone before the application is.
                .setRegisterShutdownHook(false)
                // The library starts PostgreSQL with -F, which means fsync off; the later word wins.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
                .setErrorRedirector(Redirect.appendTo(folder.log().toFile()))
                .setPGStartupWait(Duration.ofSeconds(60));
        Path superuserPassword = folder.superuserPassword();
        if (folder.isNew()) {
            superuserPassword = folder.beingMade();
            // Options of initdb; they come after the library's own "-A trust".
            builder.setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", superuserPassword.toString());
        }
        builder.setConnectConfig("password", Files.readString(superuserPassword));
        var postgres = builder.start();
        folder.made();
        return postgres;
    }

    /** Makes the database with its owner and the application's role where they are not there yet. */
    public EmbeddedDatabase withDatabase(String name) {
        return withDatabase(name, "template0");
    }

    /** The same as a copy of another, to which nobody may be connected meanwhile. */
    public EmbeddedDatabase withDatabase(String name, String original) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            makeRole(connection, OWNER);
            makeRole(connection, APPLICATION);
            if (!exists(connection, "select 1 from pg_database where datname = '%s'".formatted(name))) {
                run(
                        connection,
                        "create database %s owner %s encoding 'UTF8' template %s".formatted(name, OWNER, original));
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
        try (folder) {
            postgres.close();
        } catch (IOException stopFailed) {
            throw new UncheckedIOException(stopFailed);
        }
    }

    private void makeRole(Connection connection, String role) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = '%s'".formatted(role))) {
            run(connection, "create role %s login".formatted(role));
        }
        run(connection, "alter role %s password '%s'".formatted(role, password.replace("'", "''")));
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
}
