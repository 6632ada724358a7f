package org.keizoku.plan.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The entries of a plan as a tree whose branches can be sawn off and grafted on. */
final class PlanTree {

    private final Map<Object, Object> root;

    /** YAML that stands in the tree under a name until the tree is written: most of it could not stand there as a value. */
    private final List<String> grafted = new ArrayList<>();

    private PlanTree(Map<Object, Object> root) {
        this.root = root;
    }

    static PlanTree of(String yaml) {
        return new PlanTree(new Yaml().load(yaml));
    }

    String text() {
        String text = new Yaml().dump(root);
        for (int n = grafted.size() - 1; n >= 0; n--) {
            text = text.replace(name(n), grafted.get(n));
        }
        return text;
    }

    void delete(double at) {
        place(at).delete();
    }

    void repeat(double at) {
        Place place = place(at);
        place.addBeside(copy(place.value()));
    }

    void rename(double at, String yaml) {
        place(at).rename(graft(yaml));
    }

    void replace(double at, String yaml) {
        place(at).set(graft(yaml));
    }

    void replaceByOther(double at, double other) {
        place(at).set(copy(place(other).value()));
    }

    private String graft(String yaml) {
        grafted.add(yaml);
        return name(grafted.size() - 1);
    }

    private static String name(int n) {
        return "GRAFTED" + n + "HERE";
    }

    private Place place(double share) {
        List<Place> places = new ArrayList<>();
        collect(root, places);
        return places.isEmpty() ? new Place(root, "id") : places.get((int) (share * (places.size() - 1)));
    }

    private static void collect(Object node, List<Place> places) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                places.add(new Place(node, key));
                collect(value, places);
            });
        } else if (node instanceof List<?> list) {
            for (int n = 0; n < list.size(); n++) {
                places.add(new Place(node, n));
                collect(list.get(n), places);
            }
        }
    }

    private static Object copy(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, copy(value)));
            return copy;
        }
        return node instanceof List<?> list
                ? new ArrayList<>(list.stream().map(PlanTree::copy).toList())
                : node;
    }

    /** A key of a map, or an index of a list. */
    @SuppressWarnings("unchecked")
    private record Place(Object container, Object key) {

        Object value() {
            return container instanceof Map<?, ?> map ? map.get(key) : ((List<Object>) container).get((int) key);
        }

        void set(Object value) {
            if (container instanceof Map<?, ?>) {
                ((Map<Object, Object>) container).put(key, value);
            } else {
                ((List<Object>) container).set((int) key, value);
            }
        }

        void delete() {
            if (container instanceof Map<?, ?> map) {
                map.remove(key);
            } else {
                ((List<Object>) container).remove((int) key);
            }
        }

        void rename(String name) {
            if (container instanceof Map<?, ?>) {
                Object value = value();
                delete();
                ((Map<Object, Object>) container).put(name, value);
            } else {
                set(new LinkedHashMap<>(Map.of(name, value() == null ? "" : value())));
            }
        }

        void addBeside(Object value) {
            if (container instanceof Map<?, ?>) {
                ((Map<Object, Object>) container).put(key + "2", value);
            } else {
                ((List<Object>) container).add(value);
            }
        }
    }
}
