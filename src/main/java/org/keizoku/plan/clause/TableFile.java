package org.keizoku.plan.clause;

import static org.keizoku.plan.clause.XmlElements.below;
import static org.keizoku.plan.clause.XmlElements.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keizoku.plan.clause.Carrier.Kind;
import org.springframework.core.io.Resource;
import org.w3c.dom.Element;

/** A decision table's DMN, as far as clauses go: the descriptions of its decision and of its rules name them. */
final class TableFile {

    private static final Pattern ID = Pattern.compile("\\b[A-Z]{3}-[0-9A-Z]+-[0-9]+\\b");
    private static final Pattern IDS_IN_BRACKETS = Pattern.compile("\\s*[((][^()()]*" + ID + "[^()()]*[))]");

    private final Element root;

    TableFile(Resource file) {
        this.root = XmlElements.root(file);
    }

    Stream<String> decisions() {
        return below(root, "decision").map(decision -> decision.getAttribute("id"));
    }

    Stream<Carried> carried() {
        return below(root, "decision").flatMap(decision -> {
            String table = decision.getAttribute("name");
            return Stream.concat(
                    carried(table, decision),
                    below(decision, "rule").flatMap(rule -> carried("%s → %s".formatted(table, reason(rule)), rule)));
        });
    }

    private static Stream<Carried> carried(String name, Element described) {
        return ID.matcher(text(described, "description"))
                .results()
                .map(MatchResult::group)
                .map(clause -> Carried.by(Kind.TABLE, name, clause));
    }

    private static String reason(Element rule) {
        return IDS_IN_BRACKETS.matcher(text(rule, "description")).replaceAll("").strip();
    }
}
