package org.keizoku.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keizoku.platform.JapanTime;

/** An entry as people read it: times of Japan, names and posts, words for kinds. */
record Line(
        long id,
        String at,
        String who,
        String post,
        String capacity,
        String kind,
        String told,
        Map<String, String> values,
        String recordedAt) {

    static Line of(Entry entry, Names names, Words words) {
        Map<String, String> values = new LinkedHashMap<>();
        entry.values().forEach((label, value) -> values.put(label, shown(value)));
        return new Line(
                entry.id(),
                JapanTime.exact(entry.at()),
                names.person(entry.actor()),
                names.post(entry.actor()),
                entry.capacity() == null ? "" : entry.capacity(),
                words.of("kind", entry.kind()),
                names.in(entry.told()),
                values,
                JapanTime.exact(entry.recordedAt()));
    }

    /** A moment was written in UTC; shown so it would be read nine hours wrong. */
    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z")
                ? JapanTime.exact(Instant.parse(text))
                : text;
    }
}
