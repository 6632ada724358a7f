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

    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream(512);

    public Canonical(String what) {
        ascii(what);
        text.write('\n');
    }

    public Canonical add(String value) {
        if (value == null) {
            ascii("-\n");
            return this;
        }
        return line(value.getBytes(StandardCharsets.UTF_8));
    }

    public Canonical add(long value) {
        return add(Long.toString(value));
    }

    /** To the microsecond, which is what PostgreSQL keeps. */
    public Canonical add(Instant value) {
        var utc = value.atOffset(ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > LAST_YEAR_OF_FOUR_DIGITS) {
            return add(MOMENT.format(value));
        }
        // As MOMENT writes it, without its cost: there are two for each entry.
        byte[] moment = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.US_ASCII);
        digits(moment, 4, utc.getYear());
        digits(moment, 7, utc.getMonthValue());
        digits(moment, 10, utc.getDayOfMonth());
        digits(moment, 13, utc.getHour());
        digits(moment, 16, utc.getMinute());
        digits(moment, 19, utc.getSecond());
        digits(moment, 26, utc.getNano() / 1000);
        return line(moment);
    }

    /** Writes the number so that it ends before this place; what is before it stays zero. */
    private static void digits(byte[] text, int end, int number) {
        for (int rest = number, place = end - 1; rest > 0; rest /= 10, place--) {
            text[place] = (byte) ('0' + rest % 10);
        }
    }

    public Canonical add(byte[] value) {
        return add(Hash.hex(value));
    }

    public byte[] bytes() {
        return text.toByteArray();
    }

    private Canonical line(byte[] value) {
        ascii(Integer.toString(value.length));
        text.write(':');
        text.writeBytes(value);
        text.write('\n');
        return this;
    }

    private void ascii(String word) {
        text.writeBytes(word.getBytes(StandardCharsets.US_ASCII));
    }
}
