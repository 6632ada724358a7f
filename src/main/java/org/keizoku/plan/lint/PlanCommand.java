package org.keizoku.plan.lint;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code plan …}: what can be done with a plan file without starting the application. */
@Command(name = "plan", description = "計画ファイルを扱う", mixinStandardHelpOptions = true, subcommands = LintCommand.class)
public final class PlanCommand {

    private PlanCommand() {}

    /** Runs the command and gives its exit code. */
    public static int run(String... arguments) {
        // Holds every log line back until the application's logging begins, which a command never reaches.
        LoggingSystem.get(PlanCommand.class.getClassLoader()).beforeInitialize();
        return new CommandLine(new PlanCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .execute(arguments);
    }

    /** What a command prints is its result, not a log. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
