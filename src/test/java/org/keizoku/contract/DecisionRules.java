package org.keizoku.contract;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One rule of the office per file, with a reason on every row. */
final class DecisionRules {

    private static final Pattern WITHOUT_HIT_POLICY =
            Pattern.compile("<(\\w+:)?decisionTable\\b(?![^>]*\\shitPolicy=)[^>]*>");

    private DecisionRules() {}

    static List<String> heads(Models models) {
        return models.inDecisions(file -> Stream.concat(
                Stream.of(file.decisions().count())
                        .filter(count -> count != 1)
                        .map(count -> file.at(file.name(), "one decision per file, not " + count)),
                file.decisions().flatMap(decision -> head(file, decision))));
    }

    private static Stream<String> head(DecisionFile file, Decision decision) {
        String lifetime = decision.getCamundaHistoryTimeToLiveString();
        return Stream.of(
                        decision.getId().equals(file.name()) ? "" : "the file is called otherwise",
                        Texts.isJapanese(decision.getName()) ? "" : "no Japanese name",
                        lifetime != null && lifetime.matches("P\\d+D")
                                ? ""
                                : "historyTimeToLive must be P<days>D, is " + lifetime)
                .filter(finding -> !finding.isEmpty())
                .map(finding -> file.at(decision.getId(), finding));
    }

    /** Asked of the text: the schema puts its default into what is parsed. */
    static List<String> hitPolicies(Models models) {
        return models.inDecisions(file -> WITHOUT_HIT_POLICY
                .matcher(Texts.of(file.path()))
                .results()
                .map(table -> file.at(file.name(), "hitPolicy is not written")));
    }

    static List<String> reasons(Models models) {
        return models.inDecisions(file -> file.all(Rule.class)
                .filter(rule -> rule.getDescription() == null
                        || rule.getDescription().getTextContent().isBlank())
                .map(rule -> file.at(rule.getId(), "the row does not say why")));
    }
}
