package org.keizoku.platform;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;

/** The commands that the features bring. */
public final class Commands {

    private Commands() {}

    /** Runs the command that the first argument names and gives its exit code; empty where it names none. */
    public static OptionalInt run(String... arguments) {
        return arguments.length == 0
                ? OptionalInt.empty()
                : named(arguments[0])
                        .map(command -> OptionalInt.of(execute(command, arguments)))
                        .orElse(OptionalInt.empty());
    }

    private static Optional<CommandLine> named(String name) {
        return ServiceLoader.load(Command.class).stream()
                .map(command -> new CommandLine(command.get()))
                .filter(command -> command.getCommandName().equals(name))
                .findFirst();
    }

    private static int execute(CommandLine command, String... arguments) {
        // Holds every log line back until the application's logging begins, which a command never reaches.
        LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize();
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** What a command prints is its result, not a log. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
