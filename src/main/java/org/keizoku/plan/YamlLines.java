package org.keizoku.plan;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where each entry of a YAML text stands: paths are written as {@code roles[2].deputies[0]}. */
final class YamlLines {

    private final Map<String, Integer> lines = new HashMap<>();

    YamlLines(String yaml) {
        Node root = new Yaml().compose(new StringReader(yaml));
        if (root != null) {
            walk("", root);
        }
    }

    /** The line (from 1) of the path, or of the nearest thing around it that is written. */
    int of(String path) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            if (lines.containsKey(at)) {
                return lines.get(at);
            }
        }
        return 1;
    }

    private void walk(String path, Node node) {
        if (!path.isEmpty()) {
            lines.put(path, node.getStartMark().getLine() + 1);
        }
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                    walk(child, entry.getValueNode());
                    lines.put(child, key.getStartMark().getLine() + 1);
                }
            });
        } else if (node instanceof SequenceNode sequence) {
            for (int n = 0; n < sequence.getValue().size(); n++) {
                walk(path + "[" + n + "]", sequence.getValue().get(n));
            }
        }
    }

    private static String parent(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }
}
