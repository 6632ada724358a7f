package org.keizoku.plan.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.clause.Clause;
import org.keizoku.plan.clause.Clauses;
import org.keizoku.plan.clause.Document;

/** The clauses of one document that an entry carries. */
record Basis(Document document, List<Clause> clauses) {

    /** Document by document, each in the order in which the entry names its clauses. */
    static List<Basis> of(List<ClauseId> ids) {
        Map<Document, List<Clause>> byDocument = ids.stream()
                .flatMap(id -> Clauses.find(id).stream())
                .collect(Collectors.groupingBy(Clause::document, LinkedHashMap::new, Collectors.toList()));
        return byDocument.entrySet().stream()
                .map(entry -> new Basis(entry.getKey(), entry.getValue()))
                .toList();
    }
}
