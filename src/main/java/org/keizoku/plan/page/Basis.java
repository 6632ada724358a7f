package org.keizoku.plan.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.clause.Clause;
import org.keizoku.plan.clause.Clauses;
import org.keizoku.plan.clause.Document;

/** The clauses of one document that an entry carries. */
record Basis(Document document, List<Place> places) {

    /**
     * A clause, called by its place in the document; further ones of the same place are counted only.
     *
     * @param text for example 8(2)ア, and (2) for the next one there
     */
    record Place(String text, Clause clause) {}

    /** Document by document and place by place, each in the order in which the entry names its clauses. */
    static List<Basis> of(List<ClauseId> ids) {
        Map<Document, Map<String, List<Clause>>> byPlace = new LinkedHashMap<>();
        ids.stream().flatMap(id -> Clauses.find(id).stream()).forEach(clause -> byPlace.computeIfAbsent(
                        clause.document(), document -> new LinkedHashMap<>())
                .computeIfAbsent(clause.where(), where -> new ArrayList<>())
                .add(clause));
        return byPlace.entrySet().stream()
                .map(entry -> new Basis(entry.getKey(), places(entry.getValue())))
                .toList();
    }

    private static List<Place> places(Map<String, List<Clause>> byPlace) {
        List<Place> places = new ArrayList<>();
        byPlace.forEach((where, clauses) -> {
            for (int n = 0; n < clauses.size(); n++) {
                places.add(new Place(n == 0 ? where : "(%d)".formatted(n + 1), clauses.get(n)));
            }
        });
        return places;
    }
}
