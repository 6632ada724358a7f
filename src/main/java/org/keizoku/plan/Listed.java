package org.keizoku.plan;

import java.util.List;
import java.util.Map;

/** What a plan leaves out is empty, never null. */
final class Listed {

    private Listed() {}

    static <T> List<T> of(List<T> entries) {
        return entries == null ? List.of() : entries;
    }

    static <K, V> Map<K, V> of(Map<K, V> entries) {
        return entries == null ? Map.of() : entries;
    }
}
