package org.keizoku.plan.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanTree;
import org.keizoku.plan.clause.Clauses;
import org.keizoku.plan.lint.PlanRule.Broken;

/** Each clause that an entry names is in the catalogue. */
final class KnownClauses {

    private KnownClauses() {}

    static Stream<Broken> unknown(Plan plan) {
        return unknown("", PlanTree.of(plan));
    }

    private static Stream<Broken> unknown(String path, JsonNode at) {
        if (at.isArray()) {
            return IntStream.range(0, at.size()).boxed().flatMap(n -> unknown(path + "[" + n + "]", at.get(n)));
        }
        return at.properties().stream().flatMap(entry -> {
            String child = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            return entry.getKey().equals("clause")
                    ? unknownOf(child, entry.getValue())
                    : unknown(child, entry.getValue());
        });
    }

    private static Stream<Broken> unknownOf(String path, JsonNode clauses) {
        return IntStream.range(0, clauses.size())
                .filter(n -> Clauses.find(new ClauseId(clauses.get(n).asText())).isEmpty())
                .mapToObj(n -> new Broken(
                        path + "[" + n + "]",
                        "条項「%s」は条項一覧にありません".formatted(clauses.get(n).asText()),
                        "条項の番号を確かめてください"));
    }
}
