package org.keizoku.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.keizoku.Keizoku;

/** How pages write a time: in Japan's zone, with the words people use. */
public final class JapanTime {

    private static final ZoneId ZONE = ZoneId.of(Keizoku.ZONE);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZONE);

    private JapanTime() {}

    /** For the record: {@code 2026-01-05 02:31:07}. */
    public static String exact(Instant moment) {
        return moment == null ? "" : SECOND.format(moment);
    }

    /** For the board: {@code 1月5日 02:31}. */
    public static String plain(Instant moment) {
        return moment == null ? "" : MINUTE.format(moment);
    }

    /** A span in the two units that matter: {@code 3日2時間}, {@code 2時間5分}, {@code 12分}. */
    public static String span(Duration span) {
        Duration length = span.abs();
        if (length.toDays() > 0) {
            return "%d日%d時間".formatted(length.toDays(), length.toHoursPart());
        }
        return length.toHours() > 0
                ? "%d時間%d分".formatted(length.toHours(), length.toMinutesPart())
                : "%d分".formatted(length.toMinutes());
    }
}
