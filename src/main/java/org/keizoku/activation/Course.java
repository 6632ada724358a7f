package org.keizoku.activation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The course that the table {@code response-course} gives the response, in words for people.
 *
 * @param row the outputs by name
 * @param nameOfRole what a role is called in the plan
 */
record Course(Map<?, ?> row, UnaryOperator<String> nameOfRole) {

    /** How the manuals are combined; empty where one is enough. */
    Optional<String> combination() {
        return output("combination");
    }

    /** By what they are called on the record. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        output("firstAction").ifPresent(action -> values.put("最初の行動", action));
        values.put("拠点の調査", Boolean.FALSE.equals(row.get("siteSurvey")) ? "行わない" : "行う");
        values.put("報告先", output("reportsTo").map(nameOfRole).orElse("本部"));
        output("alsoTold").map(nameOfRole).ifPresent(role -> values.put("あわせて連絡", role));
        combination().ifPresent(combination -> values.put("手順の組合せ", combination));
        return values;
    }

    /** In one line. */
    String told() {
        return values().entrySet().stream()
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining(" / "));
    }

    private Optional<String> output(String name) {
        return Optional.ofNullable((String) row.get(name));
    }
}
