package org.keizoku.notice;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.slf4j.LoggerFactory;

/** A node as a process of its own, which plans a night's notices and hands them over until it is killed. */
public final class NodeProcess implements AutoCloseable {

    private static final String RUNS = "runs";

    /**
     * What the process begins with. It is compiled when it is needed: with a second main class among those of the tests, {@code
     * spring-boot:test-run} would not know which to start.
     */
    private static final String STARTER =
            """
            public class StartsNode {
                public static void main(String[] told) throws Exception {
                    org.keizoku.notice.NodeProcess.begin(told);
                }
            }""";

    private static final Path COMPILED = compiled();

    private final Process process;
    private final BufferedReader said;
    private final List<String> committed = new ArrayList<>();

    /** Begins a start, and does not wait for its end. */
    NodeProcess(Surroundings surroundings, int night) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=Asia/Tokyo",
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                COMPILED + File.pathSeparator + System.getProperty("java.class.path"),
                "StartsNode",
                String.valueOf(night)));
        command.addAll(surroundings.told());
        process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits until it hands over. */
    void runs() throws IOException {
        String first = said.readLine();
        if (!RUNS.equals(first)) {
            throw new IllegalStateException("the node did not start: " + first);
        }
    }

    /** Waits until it has planned and committed a step. */
    void commits() throws IOException {
        committed.add(Objects.requireNonNull(said.readLine(), "the node ended by itself"));
    }

    /** SIGKILL: nothing of it can react. Returns the steps that it had planned and committed by then. */
    List<String> kill() throws InterruptedException {
        // Process.destroyForcibly would close what it said, too.
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        said.lines().forEach(committed::add);
        process.waitFor();
        return committed;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static Path compiled() {
        try {
            Path folder = Files.createTempDirectory("keizoku-node");
            Path source = Files.writeString(folder.resolve("StartsNode.java"), STARTER);
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-proc:none",
                            "-d",
                            folder.toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            source.toString());
            if (failed != 0) {
                throw new IllegalStateException("the starter of a node does not compile");
            }
            return folder;
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    /** The process: its first argument is the night, the others are its surroundings. Ends with whoever started it. */
    public static void begin(String[] told) throws IOException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        var night = new Night(Integer.parseInt(told[0]));
        var surroundings = Surroundings.from(List.of(told).subList(1, told.length));
        var node = new NodeOnTrial(surroundings, surroundings.connections());
        System.out.println(RUNS);
        night.isPlannedOn(node, System.out::println);
        new InputStreamReader(System.in, StandardCharsets.UTF_8).read();
        Runtime.getRuntime().halt(0);
    }
}
