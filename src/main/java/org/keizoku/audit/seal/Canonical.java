package org.keizoku.audit.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The one text of a row, to be hashed or signed: a line with what it is, then each value with its length before it. */
public final class Canonical {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final ByteArrayOutputStream text = new ByteArrayOutputStream(512);

    public Canonical(String what) {
        write(what + "\n");
    }

    public Canonical add(String value) {
        if (value == null) {
            write("-\n");
            return this;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        write(bytes.length + ":");
        text.writeBytes(bytes);
        write("\n");
        return this;
    }

    public Canonical add(long value) {
        return add(Long.toString(value));
    }

    public Canonical add(Instant value) {
        return add(MOMENT.format(value));
    }

    public Canonical add(byte[] value) {
        return add(Hash.hex(value));
    }

    public byte[] bytes() {
        return text.toByteArray();
    }

    private void write(String ascii) {
        text.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
