package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.keizoku.local.EmbeddedDatabase;
import org.keizoku.local.LocalKeizoku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The local application as a process of its own: killed like one, and started again on the folder that it left behind. */
final class KeizokuProcess implements AutoCloseable {

    private static final String PASSWORD = "test-only-word";
    private static final Pattern WELCOME = Pattern.compile("(http://localhost:\\d+)/camunda/");

    private final Path folder;
    private final List<String> command;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private int starts;
    private Process process;

    /** Nothing runs yet; the settings count more than the local application's own. */
    KeizokuProcess(Path folder, Map<String, Object> settings) {
        this.folder = folder;
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LocalKeizoku.class.getName(),
                "--server.port=0",
                "--keizoku.outside.port=0",
                "--keizoku.people.initial-password=" + PASSWORD));
        settings.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
    }

    /** Begins a start, and does not wait for its end. */
    KeizokuProcess start() throws IOException {
        starts++;
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console().toFile())
                .start();
        return this;
    }

    /** Waits until it serves. */
    void ready() {
        await("start " + starts)
                .atMost(Duration.ofSeconds(120))
                .failFast(() -> assertThat(process.isAlive()).as(said()).isTrue())
                .until(() -> WELCOME.matcher(said()).find());
    }

    /** SIGKILL: nothing of it can react; its PostgreSQL lives on without it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Reports an earthquake; the answer may never come. */
    CompletableFuture<HttpResponse<String>> reportEarthquake(String occurredAt, boolean drill) {
        var address = WELCOME.matcher(said());
        assertThat(address.find()).isTrue();
        String login = Base64.getEncoder().encodeToString(("unyo:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(address.group(1) + "/api/activations"))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Basic " + login)
                        .POST(BodyPublishers.ofString(
                                """
                                {"eventType": "earthquake", "intensity": "6-lower", "occurredAt": "%s", "drill": %s}"""
                                        .formatted(occurredAt, drill)))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Its database, as the owner of the tables sees it. */
    JdbcClient database() {
        return connectedTo("keizoku", EmbeddedDatabase.OWNER, read(keizoku().resolve("database-password")));
    }

    /** One of the server's processes dies, which makes the server throw everybody out; and it lets nobody in again. */
    void databaseGoesAway() {
        superuser().sql("alter database keizoku allow_connections false").update();
        superuser()
                .sql("select pid from pg_stat_activity where usename = ? limit 1")
                .param(EmbeddedDatabase.APPLICATION)
                .query(Long.class)
                .optional()
                .flatMap(ProcessHandle::of)
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    void databaseComesBack() {
        superuser().sql("alter database keizoku allow_connections true").update();
    }

    /** How often its log has these words. */
    long logged(String words) {
        return read(keizoku().resolve("keizoku.log"))
                .lines()
                .filter(said -> said.contains(words))
                .count();
    }

    /** What its latest start wrote to the console. */
    String said() {
        return Files.exists(console()) ? read(console()) : "";
    }

    /** Stops it as Ctrl+C does. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** Leaves nothing running, whatever happened before. */
    @Override
    public void close() throws InterruptedException {
        kill();
        if (Files.exists(data().resolve("postmaster.pid"))) {
            EmbeddedDatabase.in(data()).close();
        }
    }

    private JdbcClient connectedTo(String database, String user, String password) {
        // Line 4 of the file is the port; each start has another.
        String port = read(data().resolve("postmaster.pid")).lines().toList().get(3);
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:%s/%s".formatted(port, database), user, password.strip()));
    }

    private JdbcClient superuser() {
        return connectedTo("postgres", "postgres", read(data().resolve("superuser.password")));
    }

    private Path keizoku() {
        return folder.resolve(".keizoku");
    }

    private Path data() {
        return keizoku().resolve("postgres");
    }

    private Path console() {
        return folder.resolve("console-%d.txt".formatted(starts));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
