package org.keizoku.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.keizoku.audit.seal.Hash;
import org.springframework.util.StreamUtils;

/** A ZIP that is being written and ends with the signed list of what is in it. The same contents make the same bytes. */
final class BundleZip implements AutoCloseable {

    /** As {@code sha256sum -c} reads it. */
    static final String LIST = "SHA256SUMS";

    static final String SIGNATURE = LIST + ".sig";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Map<String, byte[]> files = new TreeMap<>();

    /** Writes a file's contents, and does not close. */
    interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    BundleZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void file(String name, Contents contents) {
        if (files.put(name, written(name, contents)) != null) {
            throw new IllegalStateException("two files named " + name);
        }
    }

    void file(String name, String text) {
        file(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds the list and what signs it; gives the list's SHA-256. */
    byte[] sign(UnaryOperator<byte[]> signature) {
        byte[] list = files.entrySet().stream()
                .map(file -> "%s  %s\n".formatted(Hash.hex(file.getValue()), file.getKey()))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        byte[] signed = signature.apply(list);
        written(SIGNATURE, out -> out.write(signed));
        return written(LIST, out -> out.write(list));
    }

    private byte[] written(String name, Contents contents) {
        try {
            var entry = new ZipEntry(name);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            var digest = MessageDigest.getInstance("SHA-256");
            contents.writeTo(new DigestOutputStream(StreamUtils.nonClosing(zip), digest));
            zip.closeEntry();
            return digest.digest();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
