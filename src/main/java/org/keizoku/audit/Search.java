package org.keizoku.audit;

import java.util.List;
import org.keizoku.plan.Plan;

/**
 * What to show of the ledger.
 *
 * @param activation the number, null for what belongs to no activation
 * @param kind empty for every kind
 * @param text empty for any text
 * @param persons whose names contain the text: the ledger knows them by id
 */
record Search(String activation, String kind, String text, List<String> persons) {

    static Search of(String activation, String kind, String text, Plan plan) {
        String wanted = text.strip();
        List<String> persons = wanted.isEmpty()
                ? List.of()
                : plan.people().stream()
                        .filter(person -> person.name().contains(wanted))
                        .map(person -> person.id().value())
                        .toList();
        return new Search(activation, kind.strip(), wanted, persons);
    }

    Search everything() {
        return new Search(activation, "", "", List.of());
    }
}
