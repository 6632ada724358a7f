package org.keizoku.plan.lint;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An entry of a plan's list.
 *
 * @param path where it stands, as {@code systems[3]}
 */
record Entry<T>(String path, T it) {

    static <T> Stream<Entry<T>> of(String list, List<T> entries) {
        return IntStream.range(0, entries.size()).mapToObj(n -> new Entry<>(list + "[" + n + "]", entries.get(n)));
    }

    /** The path of something in the entry. */
    String at(String key) {
        return path + "." + key;
    }
}
