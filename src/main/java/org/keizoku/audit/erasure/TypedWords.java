package org.keizoku.audit.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words among an entry's values that somebody may have typed: any text but codes, moments and figures. Those that are too short to be
 * looked for elsewhere are only counted.
 */
final class TypedWords {

    /** Shorter words stand in others' texts by chance. */
    static final int SHORTEST = 4;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE =
            Pattern.compile("[A-Za-z][A-Za-z0-9]*([-_:/][A-Za-z0-9]+)*|D?20\\d\\d-\\d{3,6}");
    private static final Pattern MOMENT =
            Pattern.compile("[\\d/: .TZ+-]{0,12}\\d\\d:\\d\\d[0-9:.]*(Z|[+-]\\d\\d:\\d\\d)?");

    private final Set<String> words = new LinkedHashSet<>();
    private int kept;

    void addOf(String facts) {
        try {
            collect(JSON.readTree(facts));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("the ledger holds values that cannot be read", notOurs);
        }
    }

    Set<String> words() {
        return words;
    }

    /** How many are codes or too short. */
    int kept() {
        return kept;
    }

    private void collect(JsonNode value) {
        if (value.isTextual()) {
            collect(value.asText().strip());
        }
        value.forEach(this::collect);
    }

    /** A signal's raw body is JSON in a text. */
    private void collect(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                collect(JSON.readTree(text));
                return;
            } catch (JsonProcessingException words) {
                // It is what somebody typed.
            }
        }
        if (text.codePoints().filter(point -> !Spelling.isSpace(point)).count() < SHORTEST
                || CODE.matcher(text).matches()
                || MOMENT.matcher(text).matches()) {
            kept += text.isEmpty() ? 0 : 1;
        } else {
            words.add(text);
        }
    }
}
