package org.keizoku.audit.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words among entries' values that somebody typed: what stands under the name of a field that takes any text, but codes, moments and
 * figures. Other words, and those that are too short to be looked for elsewhere, are only counted: a label that a program wrote stands in
 * others' entries as well.
 */
final class TypedWords {

    /** Shorter words stand in others' texts by chance. */
    static final int SHORTEST = 4;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE =
            Pattern.compile("[A-Za-z][A-Za-z0-9]*([-_:/][A-Za-z0-9]+)*|D?20\\d\\d-\\d{3,6}");
    private static final Pattern MOMENT =
            Pattern.compile("[\\d/: .TZ+-]{0,12}\\d\\d:\\d\\d[0-9:.]*(Z|[+-]\\d\\d:\\d\\d)?");

    private final TypedFields fields;
    private final Set<String> words = new LinkedHashSet<>();
    private int kept;

    TypedWords(TypedFields fields) {
        this.fields = fields;
    }

    void addOf(String kind, String facts) {
        try {
            JSON.readTree(facts)
                    .properties()
                    .forEach(value -> collect(value.getValue(), fields.has(kind, value.getKey())));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("the ledger holds values that cannot be read", notOurs);
        }
    }

    void addAll(TypedWords more) {
        words.addAll(more.words);
        kept += more.kept;
    }

    Set<String> words() {
        return words;
    }

    /** How many are others. */
    int kept() {
        return kept;
    }

    private void collect(JsonNode value, boolean typed) {
        if (value.isTextual()) {
            collect(value.asText().strip(), typed);
        }
        value.forEach(part -> collect(part, typed));
    }

    /** A signal's raw body is JSON in a text. */
    private void collect(String text, boolean typed) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                collect(JSON.readTree(text), typed);
                return;
            } catch (JsonProcessingException words) {
                // It is what somebody typed.
            }
        }
        if (typed && isOwn(text)) {
            words.add(text);
        } else if (!text.isEmpty() && !MOMENT.matcher(text).matches()) {
            kept++;
        }
    }

    private static boolean isOwn(String text) {
        return text.codePoints().filter(point -> !Spelling.isSpace(point)).count() >= SHORTEST
                && !CODE.matcher(text).matches()
                && !MOMENT.matcher(text).matches();
    }
}
