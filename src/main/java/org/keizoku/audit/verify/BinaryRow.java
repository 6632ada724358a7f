package org.keizoku.audit.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A row in the binary format of PostgreSQL's COPY: the number of its fields, then each with its length before it, -1 for null. */
final class BinaryRow {

    /** PostgreSQL counts from the year 2000. */
    private static final long EPOCH_SECONDS =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private static final long MICROS = 1_000_000;

    private final ByteBuffer fields;

    BinaryRow(ByteBuffer row) {
        fields = row;
        fields.getShort();
    }

    /** A bigint, which is never null. */
    long number() {
        fields.getInt();
        return fields.getLong();
    }

    /** A timestamptz, which is never null; "infinity" is a moment that no clock tells. */
    Instant moment() {
        long micros = number();
        return Instant.ofEpochSecond(
                EPOCH_SECONDS + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }

    String text() {
        byte[] text = bytes();
        return text == null ? null : new String(text, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        int length = fields.getInt();
        if (length < 0) {
            return null;
        }
        byte[] field = new byte[length];
        fields.get(field);
        return field;
    }
}
