package org.keizoku.platform.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The named keys of this installation: 32 random bytes each, one file each, made when first asked for. */
@Component
public class Secrets {

    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path directory;
    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    Secrets(SecretsSettings settings) {
        this.directory = settings.directory();
    }

    /** The key of that name, the same on every start. */
    public byte[] key(String name) {
        return read.computeIfAbsent(checked(name), this::readOrMake).clone();
    }

    /** The key of that name where there is one; it is not made. */
    public Optional<byte[]> find(String name) {
        return Files.exists(directory.resolve(checked(name) + ".key")) ? Optional.of(key(name)) : Optional.empty();
    }

    private static String checked(String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("not a name for a key: " + name);
        }
        return name;
    }

    private byte[] readOrMake(String name) {
        Path file = directory.resolve(name + ".key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            refuseOpenDoors(file);
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IllegalStateException("%s does not hold a key of %d bytes".formatted(file, BYTES));
            }
            return key;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the key " + file + " can neither be read nor made", unreadable);
        }
    }

    /** Written aside and linked into place: a node that starts at the same moment sees a whole key or none, and both end with one. */
    private void make(Path file) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path aside = Files.createTempFile(directory, "new-", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(key));
                channel.force(true);
            }
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException anotherNodeWasFirst) {
            // its key counts
        } finally {
            Files.delete(aside);
        }
    }

    private static void refuseOpenDoors(Path file) throws IOException {
        var permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(permission -> permission.name().startsWith("OTHERS_"))) {
            throw new IllegalStateException(
                    "everybody on this machine may use %s; chmod 600 it, and replace it if others may have seen it"
                            .formatted(file));
        }
    }
}
