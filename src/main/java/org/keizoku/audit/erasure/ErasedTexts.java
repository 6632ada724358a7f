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
import java.util.stream.Collectors;

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

    private final List<ErasedText> texts;

    /** Longer ones first: what stands within another goes with it. */
    ErasedTexts(Collection<String> texts) {
        this.texts = texts.stream()
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .map(ErasedText::new)
                .toList();
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** For PostgreSQL: matches at least what has one of them. */
    String like() {
        return texts.stream().map(ErasedText::like).collect(Collectors.joining("|"));
    }

    boolean in(String written) {
        return !without(written).equals(written);
    }

    String without(String written) {
        if (!written.startsWith("{") && !written.startsWith("[")) {
            return withoutWords(written);
        }
        try {
            JsonNode json = JSON.readTree(written);
            JsonNode left = without(json);
            return left.equals(json) ? written : JSON.writeValueAsString(left);
        } catch (JsonProcessingException noJson) {
            return withoutWords(written);
        }
    }

    /** Empty where nothing of them is in it. A file that is not in UTF-8 is replaced as a whole. */
    Optional<byte[]> without(byte[] written) {
        Optional<String> text = decoded(written, StandardCharsets.UTF_8);
        if (text.isPresent()) {
            return text.filter(this::in).map(this::without).map(left -> left.getBytes(StandardCharsets.UTF_8));
        }
        return ALSO.stream()
                .flatMap(charset -> decoded(written, charset).stream())
                .filter(this::in)
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

    private JsonNode without(JsonNode json) {
        if (json.isObject()) {
            var left = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(field -> left.set(withoutWords(field.getKey()), without(field.getValue())));
            return left;
        }
        if (json.isArray()) {
            var left = JsonNodeFactory.instance.arrayNode();
            json.forEach(part -> left.add(without(part)));
            return left;
        }
        String written = json.asText();
        String left = without(written);
        return left.equals(written) ? json : JsonNodeFactory.instance.textNode(left);
    }

    private String withoutWords(String written) {
        String left = written;
        for (ErasedText text : texts) {
            left = text.without(left);
        }
        return left;
    }
}
