package org.keizoku.engine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.keizoku.Keizoku;

/** A date and time as a person or a form wrote it. */
public final class EnteredMoment {

    private EnteredMoment() {}

    /** The moment; without a zone it is Japanese time, as people write it. A {@link Refused} names the field. */
    public static Instant of(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutZone) {
            try {
                return LocalDateTime.parse(text).atZone(ZoneId.of(Keizoku.ZONE)).toInstant();
            } catch (DateTimeException notAMoment) {
                throw new Refused("%s「%s」が日時として読めません。例: 2026-11-22T02:14".formatted(field, text));
            }
        }
    }
}
