package org.keizoku.audit.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keizoku.Keizoku;

/**
 * A run of {@code audit …} in a JVM of its own, with the password in the environment.
 *
 * @param said what it printed, both streams
 */
public record AuditCommandRun(int exit, String said) {

    public static AuditCommandRun of(String url, String user, String password, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Keizoku.class.getName(),
                "audit"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--url", url, "--user", user));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put(LedgerDatabase.PASSWORD, password);
        var running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new AuditCommandRun(running.waitFor(), said);
    }
}
