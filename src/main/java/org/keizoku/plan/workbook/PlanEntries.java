package org.keizoku.plan.workbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The entries of a plan's text, and the same text with other entries in some of its parts. The text is one that was read as a plan before. */
final class PlanEntries {

    /** Words without quotes where that is safe, as people write plans. */
    private static final YAMLMapper PLAIN = YAMLMapper.builder(
                    YAMLFactory.builder().loaderOptions(limits()).build())
            .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
            .enable(
                    Feature.MINIMIZE_QUOTES,
                    Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS,
                    Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private static final YAMLMapper QUOTED = YAMLMapper.builder()
            .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
            .build();

    private final String yaml;
    private final ObjectNode entries;

    PlanEntries(String yaml) {
        this.yaml = yaml;
        this.entries = (ObjectNode) read(yaml).orElseThrow();
    }

    ObjectNode entries() {
        return entries;
    }

    String text() {
        return yaml;
    }

    Stream<ObjectNode> objects(String part) {
        return StreamSupport.stream(part(part).spliterator(), false).map(ObjectNode.class::cast);
    }

    ArrayNode part(String name) {
        return entries.path(name) instanceof ArrayNode list ? list : entries.arrayNode();
    }

    /**
     * The text with these parts replaced. Every other line stays as somebody wrote it, with its comments, where the text allows; it reads
     * back equal in any case.
     */
    String with(Map<String, ? extends JsonNode> parts) {
        ObjectNode wanted = entries.deepCopy();
        wanted.setAll(parts);
        return Stream.of(spliced(parts, PLAIN), spliced(parts, QUOTED), written(wanted, QUOTED))
                .filter(text -> read(text).filter(wanted::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a plan that does not read back equal"));
    }

    private String spliced(Map<String, ? extends JsonNode> parts, YAMLMapper style) {
        String text = yaml;
        for (var part : parts.entrySet()) {
            ObjectNode alone = entries.objectNode().set(part.getKey(), part.getValue());
            text = spliced(text, part.getKey(), written(alone, style));
        }
        return text;
    }

    private static String spliced(String text, String part, String written) {
        for (NodeTuple entry : root(text).getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(part)) {
                int from = text.offsetByCodePoints(0, key.getStartMark().getIndex());
                int to = text.offsetByCodePoints(0, end(entry.getValueNode()));
                // A last entry in several lines holds the line end that the next part needs before it.
                String lineEnd = text.charAt(to - 1) == '\n' ? "\n" : "";
                return text.substring(0, from) + written.stripTrailing() + lineEnd + text.substring(to);
            }
        }
        return text + "\n" + written;
    }

    private static MappingNode root(String text) {
        return (MappingNode) new Yaml(limits()).compose(new StringReader(text));
    }

    /** Where the last word of it ends; the end of a block itself lies behind the comments that follow. */
    private static int end(Node node) {
        if (node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.BLOCK) {
            return end(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
        }
        if (node instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.BLOCK) {
            return end(list.getValue().get(list.getValue().size() - 1));
        }
        return node.getEndMark().getIndex();
    }

    /** The limits on a plan's text were kept when it was read as a plan. */
    private static LoaderOptions limits() {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(Integer.MAX_VALUE);
        return limits;
    }

    private static String written(JsonNode entries, YAMLMapper style) {
        try {
            return style.writeValueAsString(entries);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(PLAIN.readTree(text));
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }
}
