package org.keizoku.plan.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.keizoku.platform.workbook.Spoken;

/** The forms of cells that the sheets use. */
final class CellForms {

    private static final Pattern SHAPE_OF_ID = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,10})?)%");
    private static final Pattern REACHABLE = Pattern.compile("\\d[\\d()\\- ]{7,}\\d|\\S@\\S");
    private static final Pattern YES = Pattern.compile("[○〇◯oO]|はい|有|あり|true", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO = Pattern.compile("[×xX-]|いいえ|無|なし|false", Pattern.CASE_INSENSITIVE);

    /** An id, which variables and addresses of the software hold. */
    static final CellForm ID = form(value -> Spoken.trimmed(value.asText()), words -> {
        String id = Spoken.narrow(words);
        if (!SHAPE_OF_ID.matcher(id).matches()) {
            throw new Unreadable("「%s」はIDの形ではありません".formatted(words), "半角の英小文字で始め、英小文字・数字・ハイフンだけで、41字までにしてください");
        }
        return TextNode.valueOf(id);
    });

    /** Words as they are. */
    static final CellForm TEXT =
            form(value -> Spoken.trimmed(value.asText()), words -> TextNode.valueOf(Spoken.trimmed(words)));

    /** Several entries, one a line. */
    static final CellForm LINES = form(
            values -> told(values).collect(Collectors.joining("\n")),
            words -> list(words.lines().map(Spoken::trimmed).filter(line -> !line.isEmpty())));

    /** How a contact point is called, one a line; how to reach it must never get into a plan version. */
    static final CellForm CONTACT_POINTS = form(LINES::shown, words -> {
        if (REACHABLE.matcher(Spoken.narrow(words)).find()) {
            throw new Unreadable("電話番号かメールアドレスが書かれています", "計画には窓口や担当の呼び名だけを書いてください");
        }
        return LINES.read(words);
    });

    static final CellForm DURATION = form(
            value -> SpokenDuration.told(Duration.parse(value.asText())),
            words -> TextNode.valueOf(SpokenDuration.inPlan(SpokenDuration.read(words)
                    .orElseThrow(() ->
                            new Unreadable("「%s」は時間として読めません".formatted(words), "「3時間」「30分」「1日」のように、数字と単位で書いてください")))));

    /** A share from 0 to 1, as a percentage. */
    static final CellForm SHARE_OF_ONE =
            form(value -> percent(BigDecimal.valueOf(value.asDouble())), words -> DoubleNode.valueOf(share(words)));

    /** True or left out. */
    static final CellForm FLAG = new Choice(Map.of("true", "○")) {

        @Override
        public String shown(JsonNode value) {
            return value.asBoolean() ? "○" : "";
        }

        @Override
        public JsonNode read(String words) {
            String plain = Spoken.narrow(words);
            if (YES.matcher(plain).matches()) {
                return BooleanNode.TRUE;
            }
            if (NO.matcher(plain).matches()) {
                return null;
            }
            throw new Unreadable("「%s」は○でも空欄でもありません".formatted(words), "当てはまるときは○を入れ、当てはまらないときは空欄にしてください");
        }
    };

    private CellForms() {}

    /** One of these: for each the plan's word, then the people's. */
    static CellForm choice(String... words) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int n = 0; n < words.length; n += 2) {
            pairs.put(words[n], words[n + 1]);
        }
        return new Choice(pairs);
    }

    /** Words, with some to choose from. */
    static CellForm suggestion(List<String> words) {
        return form(TEXT::shown, TEXT::read, words);
    }

    /** Another entry of the plan, by its name; {@code what} says where such entries are written down. */
    static CellForm reference(Named entries, Named before, String what) {
        return new CellForm() {
            @Override
            public String shown(JsonNode value) {
                return (entries.knows(value.asText()) ? entries : before).label(value.asText());
            }

            @Override
            public JsonNode read(String words) {
                return TextNode.valueOf(entries.find(words, before).orElseThrow(() -> missing(words, what)));
            }

            @Override
            public JsonNode comparable(JsonNode value) {
                return value;
            }

            @Override
            public List<String> choices() {
                return entries.labels();
            }
        };
    }

    /** Other entries of the plan, by their ids, for names may hold any sign that could part them. */
    static CellForm references(Named entries, String what) {
        return new CellForm() {
            @Override
            public String shown(JsonNode values) {
                return told(values).collect(Collectors.joining("、"));
            }

            @Override
            public JsonNode read(String words) {
                return list(Stream.of(Spoken.narrow(words).split("[、,;\\s]+"))
                        .filter(one -> !one.isEmpty())
                        .map(one -> entries.find(one).orElseThrow(() -> missing(one, what)))
                        .distinct());
            }

            @Override
            public JsonNode comparable(JsonNode values) {
                return values.isEmpty() ? null : values;
            }
        };
    }

    private static CellForm form(Function<JsonNode, String> shown, Function<String, JsonNode> read) {
        return form(shown, read, List.of());
    }

    private static CellForm form(
            Function<JsonNode, String> shown, Function<String, JsonNode> read, List<String> choices) {
        return new CellForm() {
            @Override
            public String shown(JsonNode value) {
                return shown.apply(value);
            }

            @Override
            public JsonNode read(String words) {
                return read.apply(words);
            }

            @Override
            public List<String> choices() {
                return choices;
            }
        };
    }

    private static Unreadable missing(String words, String what) {
        return new Unreadable("%sに「%s」がありません".formatted(what, words), "つづりを確かめるか、%sに書き加えてください".formatted(what));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static double share(String words) {
        var percent = SHARE.matcher(Spoken.key(words));
        if (percent.matches() && new BigDecimal(percent.group(1)).compareTo(BigDecimal.valueOf(100)) <= 0) {
            return new BigDecimal(percent.group(1)).movePointLeft(2).doubleValue();
        }
        throw new Unreadable("「%s」は割合として読めません".formatted(words), "「70%」のように、0%から100%までで書いてください");
    }

    private static Stream<String> told(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).map(value -> Spoken.trimmed(value.asText()));
    }

    private static JsonNode list(Stream<String> entries) {
        var list = JsonNodeFactory.instance.arrayNode();
        entries.forEach(list::add);
        return list;
    }

    /** One of a few words. */
    private static class Choice implements CellForm {

        private final Map<String, String> words;

        Choice(Map<String, String> words) {
            this.words = words;
        }

        @Override
        public String shown(JsonNode value) {
            return words.getOrDefault(value.asText(), value.asText());
        }

        @Override
        public JsonNode read(String cell) {
            return words.entrySet().stream()
                    .filter(word -> Spoken.key(word.getValue()).equalsIgnoreCase(Spoken.key(cell))
                            || word.getKey().equalsIgnoreCase(Spoken.key(cell)))
                    .findFirst()
                    .map(word -> TextNode.valueOf(word.getKey()))
                    .orElseThrow(() -> new Unreadable(
                            "「%s」は選べません".formatted(cell), "「%s」から選んでください".formatted(String.join("」「", choices()))));
        }

        @Override
        public List<String> choices() {
            return List.copyOf(words.values());
        }
    }
}
