package org.keizoku.plan.clause;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** By which rule, in one line for a person who has to act now. */
public final class BasisLine {

    private static final int SHOWN = 3;

    private BasisLine() {}

    /** For example 根拠: 見本市 8(2)ア 体制の判定、8(2)イ 参集 ほか2件; empty where there is no clause. */
    public static Optional<String> of(List<Clause> clauses) {
        if (clauses.isEmpty()) {
            return Optional.empty();
        }
        String shown = IntStream.range(0, Math.min(SHOWN, clauses.size()))
                .mapToObj(n ->
                        n > 0 && clauses.get(n).document() == clauses.get(n - 1).document()
                                ? clauses.get(n).toldWithoutDocument()
                                : clauses.get(n).told())
                .collect(Collectors.joining("、"));
        String more = clauses.size() > SHOWN ? " ほか%d件".formatted(clauses.size() - SHOWN) : "";
        return Optional.of("根拠: " + shown + more);
    }
}
