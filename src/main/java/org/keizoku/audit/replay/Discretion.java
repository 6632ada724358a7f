package org.keizoku.audit.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.keizoku.audit.Entries;
import org.keizoku.plan.Plan;
import org.keizoku.platform.JapanTime;

/**
 * Which values of variables an auditor may read in the replay: figures, moments, codes, and words of the plan itself. Any other text is
 * somebody's own, and may tell of persons or of what is secret; it stands in the ledger alone, where it can be erased on request.
 */
final class Discretion {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]*([-_:/][A-Za-z0-9]+)*|20\\d\\d-\\d{3,6}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d[0-9:.]*(Z|[+-]\\d\\d:\\d\\d)");
    private static final int LONGEST_CODE = 60;

    private final Set<String> planned = new HashSet<>();
    /** Every called process gets a copy of the same texts. */
    private final Map<String, Boolean> readable = new HashMap<>();

    Discretion(Plan plan) {
        collect(JSON.valueToTree(plan));
    }

    /**
     * The value as it may be shown.
     *
     * @param typed whether a person typed it into a field that takes any text
     */
    String shown(Object value, boolean typed) {
        if (value == null) {
            return "(空)";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Date moment) {
            return JapanTime.exact(moment.toInstant());
        }
        if (value instanceof Instant moment) {
            return JapanTime.exact(moment);
        }
        String text = String.valueOf(value);
        if (text.isEmpty()) {
            return "(空)";
        }
        if (text.equals(Entries.ERASED)) {
            return text;
        }
        return !typed && readable.computeIfAbsent(text, this::mayBeRead)
                ? text
                : "(文章 %d文字)".formatted(text.codePointCount(0, text.length()));
    }

    private boolean mayBeRead(String text) {
        return isPlain(text) || (text.startsWith("[") || text.startsWith("{")) && isPlainJson(text);
    }

    private boolean isPlain(String text) {
        return planned.contains(text)
                || MOMENT.matcher(text).matches()
                || text.length() <= LONGEST_CODE && CODE.matcher(text).matches();
    }

    private boolean isPlainJson(String text) {
        try {
            return isPlain(JSON.readTree(text));
        } catch (JsonProcessingException somethingElse) {
            return false;
        }
    }

    private boolean isPlain(JsonNode node) {
        if (node.isTextual()) {
            return isPlain(node.asText());
        }
        for (JsonNode part : node) {
            if (!isPlain(part)) {
                return false;
            }
        }
        return true;
    }

    private void collect(JsonNode node) {
        if (node.isTextual()) {
            planned.add(node.asText());
        }
        node.forEach(this::collect);
    }
}
