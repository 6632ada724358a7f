package org.keizoku.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EmbeddedDatabaseTest {

    /** Run from its source by the JVM: a class with a main method in the test tree would compete with LocalKeizoku. */
    private static final String CHILD =
            """
            import java.nio.file.Path;
            import java.sql.DriverManager;
            import org.keizoku.local.EmbeddedDatabase;

            class Child {
                public static void main(String[] args) throws Exception {
                    var database = EmbeddedDatabase.in(Path.of(args[0])).withDatabase("keizoku");
                    try (var connection = DriverManager.getConnection(
                            database.url("keizoku"), EmbeddedDatabase.OWNER, database.password());
                            var statement = connection.createStatement()) {
                        statement.execute("create table if not exists kept (row text)");
                        statement.execute("insert into kept values ('" + args[1] + "')");
                    }
                    System.out.println("committed");
                    Thread.sleep(60_000);
                }
            }
            """;

    @TempDir
    Path home;

    @Test
    void a_killed_jvm_loses_no_committed_row_twice_over() throws Exception {
        Path folder = home.resolve("postgres");
        killOnceCommitted(folder, "first");
        long survivor = postmasterOf(folder);
        assertThat(ProcessHandle.of(survivor))
                .as("the postmaster outlives the JVM")
                .isPresent();
        killOnceCommitted(folder, "second");

        try (var database = EmbeddedDatabase.in(folder)) {
            assertThat(query(database, "keizoku", "select row from kept")).containsExactly("first", "second");
            assertThat(postmasterOf(folder)).isNotEqualTo(survivor);
        }
        assertThat(folder.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void a_copied_folder_starts_beside_its_original_and_a_second_start_on_the_same_one_is_refused() throws Exception {
        Path folder = home.resolve("postgres");
        Path copy = home.resolve("copy");
        EmbeddedDatabase.in(folder).withDatabase("keizoku").close();
        FileSystemUtils.copyRecursively(folder, copy);
        ownerOnly(copy);
        try (var original = EmbeddedDatabase.in(folder)) {
            assertThatThrownBy(() -> EmbeddedDatabase.in(folder))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("すでに動いています");

            Files.copy(folder.resolve("postmaster.pid"), copy.resolve("postmaster.pid"));
            long postmaster = postmasterOf(folder);
            try (var second = EmbeddedDatabase.in(copy)) {
                assertThat(query(second, "keizoku", "select 1")).containsExactly("1");
            }
            assertThat(query(original, "keizoku", "select 1")).containsExactly("1");
            assertThat(postmasterOf(folder)).isEqualTo(postmaster);
        }
    }

    @Test
    void a_stale_pid_of_a_living_stranger_or_a_dead_one_stops_nobody_and_is_overcome() throws Exception {
        Path folder = home.resolve("postgres");
        EmbeddedDatabase.in(folder).withDatabase("keizoku").close();
        Path pidFile = folder.resolve("postmaster.pid");

        var stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(pidFile, stranger.pid() + "\n" + folder + "\n");
        EmbeddedDatabase.in(folder).close();
        assertThat(stranger.isAlive()).isTrue();

        stranger.destroyForcibly().waitFor();
        Files.writeString(pidFile, stranger.pid() + "\n" + folder + "\n");
        try (var database = EmbeddedDatabase.in(folder)) {
            assertThat(query(database, "keizoku", "select 1")).containsExactly("1");
        }
    }

    @Test
    void a_first_start_that_was_broken_off_is_begun_anew() throws Exception {
        Path folder = Files.createDirectories(home.resolve("postgres"));
        Files.writeString(folder.resolve("postgresql.conf"), "half");
        Files.writeString(home.resolve("postgres.making"), "password");

        try (var database = EmbeddedDatabase.in(folder).withDatabase("keizoku")) {
            assertThat(query(database, "keizoku", "select 1")).containsExactly("1");
        }
    }

    @Test
    void commits_are_on_disk_and_nobody_gets_in_from_outside_or_without_the_password() throws Exception {
        Path folder = home.resolve("postgres");
        try (var database = EmbeddedDatabase.in(folder).withDatabase("keizoku")) {
            assertThat(query(database, "keizoku", "show fsync")).containsExactly("on");
            assertThat(query(database, "keizoku", "show synchronous_commit")).containsExactly("on");
            assertThat(query(database, "keizoku", "show listen_addresses")).containsExactly("localhost");
            for (String wrong : List.of("", "local")) {
                for (String user : List.of("postgres", EmbeddedDatabase.OWNER, EmbeddedDatabase.APPLICATION)) {
                    assertThatThrownBy(() -> DriverManager.getConnection(database.url("postgres"), user, wrong))
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("password");
                }
            }
            for (Path secret : List.of(home.resolve("database-password"), folder.resolve("superuser.password"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                        .isEqualTo("rw-------");
            }
        }
    }

    private void killOnceCommitted(Path folder, String row) throws Exception {
        Path source = Files.writeString(home.resolve("Child.java"), CHILD);
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString(),
                        folder.toString(),
                        row)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
            assertThat(said.lines().anyMatch("committed"::equals))
                    .as("the child committed")
                    .isTrue();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static long postmasterOf(Path folder) throws Exception {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    }

    /** What cp -a would have kept: PostgreSQL refuses a folder that others may enter. */
    private static void ownerOnly(Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static List<String> query(EmbeddedDatabase database, String name, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(name), EmbeddedDatabase.OWNER, database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
