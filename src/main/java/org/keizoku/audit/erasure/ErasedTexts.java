package org.keizoku.audit.erasure;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of one erasure, taken out of whatever was written: words, JSON at any depth, bytes. JSON stays JSON. */
final class ErasedTexts {

    /** A name that stands twice would hide the first value from us. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What files from Windows are written in. */
    private static final List<Charset> ALSO = List.of(Charset.forName("windows-31j"), StandardCharsets.UTF_16);

    /** The shorter ones for columns that are full: no text of an erasure is shorter than the last. */
    private static final List<String> MARKS = List.of(ErasedText.MARK, "消去", "消");

    private final List<ErasedText> texts;

    /** Longer ones first: what stands within another goes with it. */
    ErasedTexts(Collection<String> texts) {
        this(texts.stream()
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .map(ErasedText::new)
                .toList());
    }

    private ErasedTexts(List<ErasedText> texts) {
        this.texts = texts;
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** For PostgreSQL: matches at least what has one of them. */
    String like() {
        return texts.stream().map(ErasedText::like).collect(Collectors.joining("|"));
    }

    /** Those that stand there, as whoever asks wrote them; none of what was cut off. */
    Set<String> wholeIn(String written) {
        return those(text -> text.wholeIn(written));
    }

    /** Those that {@link #wholeIn(String)} finds in bytes. */
    Set<String> wholeIn(byte[] written) {
        return Stream.concat(Stream.of(StandardCharsets.UTF_8), ALSO.stream())
                .flatMap(charset -> decoded(written, charset).stream())
                .findFirst()
                .map(this::wholeIn)
                .orElseGet(Set::of);
    }

    /** Those that would be taken out of a value of a column. */
    Set<String> in(String written, int longest) {
        return those(text -> new ErasedTexts(List.of(text)).isIn(written, longest));
    }

    /** Those that would be taken out of bytes. */
    Set<String> in(byte[] written) {
        return those(text -> new ErasedTexts(List.of(text)).without(written).isPresent());
    }

    boolean isIn(String written, int longest) {
        return !without(written, longest).equals(written);
    }

    String without(String written) {
        return without(written, 0);
    }

    /** @param longest how many characters the column takes, 0 for any number: the mark is shortened where it would not fit */
    String without(String written, int longest) {
        boolean full = longest > 0 && written.length() >= longest;
        String left = written;
        for (String mark : MARKS) {
            left = without(written, mark, full);
            if (longest == 0 || left.codePointCount(0, left.length()) <= longest) {
                return left;
            }
        }
        return left;
    }

    /** Empty where nothing of them is in it. A file that is not in UTF-8 is replaced as a whole. */
    Optional<byte[]> without(byte[] written) {
        Optional<String> text = decoded(written, StandardCharsets.UTF_8);
        if (text.isPresent()) {
            return text.filter(found -> isIn(found, 0))
                    .map(this::without)
                    .map(left -> left.getBytes(StandardCharsets.UTF_8));
        }
        return ALSO.stream()
                .flatMap(charset -> decoded(written, charset).stream())
                .filter(found -> isIn(found, 0))
                .findFirst()
                .map(found -> ErasedText.MARK.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(byte[] written, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(written));
            return Optional.of(text.toString());
        } catch (CharacterCodingException somethingElse) {
            return Optional.empty();
        }
    }

    private Set<String> those(Predicate<ErasedText> which) {
        return texts.stream().filter(which).map(ErasedText::said).collect(Collectors.toSet());
    }

    private String without(String written, String mark, boolean full) {
        if (!written.startsWith("{") && !written.startsWith("[")) {
            return withoutWords(written, mark, full);
        }
        try {
            JsonNode json = JSON.readTree(written);
            JsonNode left = without(json, mark);
            return left.equals(json) ? written : JSON.writeValueAsString(left);
        } catch (JsonProcessingException noJson) {
            return withoutWords(written, mark, full);
        }
    }

    private JsonNode without(JsonNode json, String mark) {
        if (json.isObject()) {
            var left = JsonNodeFactory.instance.objectNode();
            json.properties()
                    .forEach(
                            field -> left.set(name(field.getKey(), mark, json, left), without(field.getValue(), mark)));
            return left;
        }
        if (json.isArray()) {
            var left = JsonNodeFactory.instance.arrayNode();
            json.forEach(part -> left.add(without(part, mark)));
            return left;
        }
        String written = json.asText();
        String left = without(written, mark, false);
        return left.equals(written) ? json : JsonNodeFactory.instance.textNode(left);
    }

    /** With a number where another value has that name already. */
    private String name(String written, String mark, JsonNode of, JsonNode taken) {
        String left = withoutWords(written, mark, false);
        String name = left;
        for (int n = 2; !left.equals(written) && (of.has(name) || taken.has(name)); n++) {
            name = left + n;
        }
        return name;
    }

    private String withoutWords(String written, String mark, boolean full) {
        String left = written;
        for (ErasedText text : texts) {
            left = text.without(left, mark, full);
        }
        return left;
    }
}
