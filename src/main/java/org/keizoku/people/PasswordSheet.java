package org.keizoku.people;

import static java.nio.file.StandardOpenOption.APPEND;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The file with first passwords, {@code first-passwords.csv}, that only the application's own user can read. */
@Component
class PasswordSheet {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordSheet.class);

    private final String directory;

    PasswordSheet(@Value("${keizoku.secrets.directory:}") String directory) {
        this.directory = directory;
    }

    void append(List<Person> people, Map<PersonId, String> passwords) {
        if (directory.isBlank()) {
            throw new IllegalStateException(
                    "new accounts need first passwords: set keizoku.secrets.directory, or, to try out, keizoku.people.initial-password");
        }
        var lines = new StringBuilder();
        people.forEach(person -> lines.append("%s,\"%s\",%s\n"
                .formatted(person.id(), person.name().replace("\"", "\"\""), passwords.get(person.id()))));
        try {
            Path file = file();
            write(file, lines.toString());
            LOG.info("{} new accounts, their first passwords are in {}", people.size(), file.toAbsolutePath());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the first passwords cannot be written to " + directory, unwritable);
        }
    }

    private Path file() throws IOException {
        Path folder = Path.of(directory);
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = folder.resolve("first-passwords.csv");
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
            write(file, "person,name,password\n");
        }
        Files.setPosixFilePermissions(file, ownerOnly);
        return file;
    }

    private static void write(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, APPEND)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }
}
