package org.keizoku.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** A secret of this machine: made at the first start and kept in a file that only its owner may read. */
final class LocalSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without i, l, o, 0 and 1, which are read for one another. */
    private static final String EASY = "abcdefghjkmnpqrstuvwxyz23456789";

    private LocalSecret() {}

    /** The secret in the file, made where there is none yet. */
    static String in(Path file, Supplier<String> made) {
        try {
            if (Files.exists(file)) {
                String kept = Files.readString(file).strip();
                if (!kept.isEmpty()) {
                    return kept;
                }
            }
            String secret = made.get();
            write(file, secret);
            return secret;
        } catch (IOException unusable) {
            throw new UncheckedIOException("the secret in " + file, unusable);
        }
    }

    /** For machines: 32 hexadecimal digits. */
    static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** For people: three groups of four characters that cannot be misread. */
    static String easyToType() {
        var secret = new StringBuilder();
        for (int n = 0; n < 12; n++) {
            secret.append(n > 0 && n % 4 == 0 ? "-" : "").append(EASY.charAt(RANDOM.nextInt(EASY.length())));
        }
        return secret.toString();
    }

    static void write(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createFile(
                file,
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0]);
        Files.writeString(file, secret);
    }
}
