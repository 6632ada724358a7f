package org.keizoku.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A plan's YAML text: its entries, and where each stands. Paths are written as {@code roles[2].deputies[0]}. */
final class PlanText {

    /** Far beyond a plan of 2,000 people and 500 systems. */
    private static final int LONGEST = 8_000_000;

    /** What a value can be; another tag (!!binary, !own) would be read as something that no entry of a plan is. */
    private static final Set<Tag> TAGS =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE);

    private static final LoaderOptions LIMITS = limits();
    private static final YAMLMapper YAML =
            new YAMLMapper(YAMLFactory.builder().loaderOptions(LIMITS).build());

    private final Map<String, Position> positions = new HashMap<>();
    private final List<Broken> broken = new ArrayList<>();
    private JsonNode tree;

    PlanText(String yaml) {
        if (yaml.length() > LONGEST) {
            broken.add(new Broken(new Position(1, 1), "ファイルが大きすぎます(%d文字まで)".formatted(LONGEST)));
            return;
        }
        try {
            Node root = new Yaml(LIMITS).compose(new StringReader(yaml));
            if (root == null) {
                broken.add(new Broken(new Position(1, 1), "ファイルが空です"));
                return;
            }
            walk("", root);
            if (broken.isEmpty()) {
                tree = YAML.readTree(yaml);
                refuseEndless("", tree);
            }
        } catch (MarkedYAMLException wrong) {
            broken.add(new Broken(
                    wrong.getProblemMark() == null
                            ? new Position(1, 1)
                            : new Position(
                                    wrong.getProblemMark().getLine() + 1,
                                    wrong.getProblemMark().getColumn() + 1),
                    "YAMLとして読めません: " + wrong.getProblem()));
        } catch (YAMLException wrong) {
            broken.add(new Broken(new Position(1, 1), "YAMLとして読めません: " + firstLine(wrong.getMessage())));
        } catch (JsonProcessingException wrong) {
            var at = wrong.getLocation();
            broken.add(new Broken(
                    at == null ? new Position(1, 1) : new Position(at.getLineNr(), at.getColumnNr()),
                    "YAMLとして読めません: " + firstLine(wrong.getOriginalMessage())));
        }
    }

    /** Why the text is no YAML, and where. */
    record Broken(Position at, String message) {}

    List<Broken> broken() {
        return broken;
    }

    /** The entries; only where nothing is {@link #broken()}. */
    JsonNode tree() {
        return tree;
    }

    /** Where the path stands, or the nearest thing around it that is written. */
    Position of(String path) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            if (positions.containsKey(at)) {
                return positions.get(at);
            }
        }
        return new Position(1, 1);
    }

    private void walk(String path, Node node) {
        if (node instanceof AnchorNode) {
            return;
        }
        if (!TAGS.contains(node.getTag())) {
            broken.add(new Broken(position(node), "タグ「%s」は使えません".formatted(node.getTag())));
        }
        if (!path.isEmpty()) {
            positions.putIfAbsent(path, position(node));
        }
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                    if (positions.put(child, position(key)) != null) {
                        broken.add(new Broken(position(key), "「%s」が二度書かれています".formatted(key.getValue())));
                    }
                    walk(child, entry.getValueNode());
                }
            });
        } else if (node instanceof SequenceNode sequence) {
            for (int n = 0; n < sequence.getValue().size(); n++) {
                walk(path + "[" + n + "]", sequence.getValue().get(n));
            }
        }
    }

    /** A number beyond what a computer holds is read as an endless one, with which nothing can be compared. */
    private void refuseEndless(String path, JsonNode at) {
        if (at.isFloatingPointNumber() && !Double.isFinite(at.doubleValue())) {
            broken.add(new Broken(of(path), "数が大きすぎます"));
        }
        for (int n = 0; at.isArray() && n < at.size(); n++) {
            refuseEndless("%s[%d]".formatted(path, n), at.get(n));
        }
        at.properties()
                .forEach(entry ->
                        refuseEndless(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue()));
    }

    private static Position position(Node node) {
        return new Position(
                node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    }

    private static String parent(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static LoaderOptions limits() {
        var limits = new LoaderOptions();
        // No alias: a plan of a few lines that unfolds into gigabytes is no plan.
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(30);
        limits.setCodePointLimit(LONGEST);
        limits.setAllowDuplicateKeys(false);
        return limits;
    }
}
