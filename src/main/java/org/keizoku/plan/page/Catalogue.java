package org.keizoku.plan.page;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keizoku.plan.Plan;
import org.keizoku.plan.clause.Carrier;
import org.keizoku.plan.clause.Clause;
import org.keizoku.plan.clause.ClauseCarriers;
import org.keizoku.plan.clause.Clauses;
import org.keizoku.plan.clause.Document;

/** Every clause with what carries it, where a plan is in force. */
record Catalogue(List<Row> rows) {

    static final String EVERY_DOCUMENT = "all";

    /** Whether anything carries a clause. */
    enum State {
        CARRIED("対応あり"),
        MISSING("対応なし"),
        OUTSIDE("対象外");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(Clause clause, List<Carrier> carriers) {
            return !carriers.isEmpty() ? CARRIED : clause.isForSoftware() ? MISSING : OUTSIDE;
        }
    }

    /** A clause, and what carries it by kind: procedures first, entries of the plan last. */
    record Row(Clause clause, State state, List<Carrier> carriers) {

        /** The places that carry it, under the kind of each. */
        public Map<Carrier.Kind, List<Carrier>> byKind() {
            return carriers.stream()
                    .collect(Collectors.groupingBy(
                            Carrier::kind, () -> new EnumMap<>(Carrier.Kind.class), Collectors.toList()));
        }

        private boolean contains(String wanted) {
            return Stream.concat(
                            Stream.of(clause.id().value(), clause.where(), clause.label()),
                            carriers.stream().map(Carrier::name))
                    .anyMatch(text -> plain(text).contains(wanted));
        }
    }

    /** How many clauses of a document are in which state. */
    record Count(Document document, Map<State, Long> clauses) {

        public long of(State state) {
            return clauses.getOrDefault(state, 0L);
        }
    }

    static Catalogue of(Plan plan, ClauseCarriers product) {
        Map<String, List<Carrier>> ofProduct = product.under(plan);
        var ofPlan = PlanBook.of(plan).carriers();
        return new Catalogue(Clauses.all().stream()
                .map(clause -> row(
                        clause,
                        Stream.of(
                                        ofProduct.getOrDefault(clause.id().value(), List.of()),
                                        ofPlan.getOrDefault(clause.id(), List.of()))
                                .flatMap(List::stream)
                                .distinct()
                                .toList()))
                .toList());
    }

    private static Row row(Clause clause, List<Carrier> carriers) {
        return new Row(clause, State.of(clause, carriers), carriers);
    }

    List<Count> counts() {
        Map<Document, Map<State, Long>> counted = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.clause().document(), Collectors.groupingBy(Row::state, Collectors.counting())));
        return Arrays.stream(Document.values())
                .map(document -> new Count(document, counted.getOrDefault(document, Map.of())))
                .toList();
    }

    /** What fits all three; full-width and half-width letters are the same. */
    List<Row> rows(String document, String state, String text) {
        String wanted = plain(text.strip());
        return rows.stream()
                .filter(row -> document.equals(EVERY_DOCUMENT)
                        || row.clause().document().file().equals(document))
                .filter(row -> state.isEmpty() || row.state().code().equals(state))
                .filter(row -> wanted.isEmpty() || row.contains(wanted))
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
