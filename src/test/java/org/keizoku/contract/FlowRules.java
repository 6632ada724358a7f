package org.keizoku.contract;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** How a token finds its way: one word or one comparison, and an ordinary case that needs none. */
final class FlowRules {

    private static final String ONE_WORD_OR_COMPARISON = "\\$\\{[a-zA-Z]\\w*( ?== ?'[^']*')?}";

    private FlowRules() {}

    static List<String> defaults(Models models) {
        return models.inProcesses(file -> file.nodes()
                .filter(NamingRules::diverges)
                .filter(node -> node instanceof ExclusiveGateway || node instanceof InclusiveGateway)
                .filter(node -> defaultOf(node) == null)
                .map(node -> file.at(node.getId(), "no default flow: the ordinary case")));
    }

    static List<String> conditions(Models models) {
        return models.inProcesses(file -> file.all(SequenceFlow.class).flatMap(flow -> condition(file, flow)));
    }

    private static Stream<String> condition(ProcessFile file, SequenceFlow flow) {
        var condition = flow.getConditionExpression();
        boolean asks = NamingRules.diverges(flow.getSource())
                && (flow.getSource() instanceof ExclusiveGateway || flow.getSource() instanceof InclusiveGateway)
                && !flow.equals(defaultOf(flow.getSource()));
        if (condition == null) {
            return asks ? Stream.of(file.at(flow.getId(), "no condition, and not the default")) : Stream.empty();
        }
        if (!asks) {
            return Stream.of(
                    file.at(flow.getId(), "a condition belongs on a flow out of a gateway that is not the default"));
        }
        return condition.getTextContent().trim().matches(ONE_WORD_OR_COMPARISON)
                ? Stream.empty()
                : Stream.of(file.at(
                        flow.getId(),
                        "a condition is ${word} or ${word == 'value'}, not "
                                + condition.getTextContent().trim()));
    }

    /** The engine does without them, other tools read them. */
    static List<String> incomingAndOutgoing(Models models) {
        return models.inProcesses(file -> file.all(SequenceFlow.class)
                .flatMap(flow -> Stream.concat(
                        Stream.of(flow.getSource())
                                .filter(node -> !node.getOutgoing().contains(flow))
                                .map(node ->
                                        file.at(node.getId(), "<outgoing> for " + flow.getId() + " is not written")),
                        Stream.of(flow.getTarget())
                                .filter(node -> !node.getIncoming().contains(flow))
                                .map(node ->
                                        file.at(node.getId(), "<incoming> for " + flow.getId() + " is not written")))));
    }

    private static SequenceFlow defaultOf(FlowNode gateway) {
        return gateway instanceof ExclusiveGateway exclusive
                ? exclusive.getDefault()
                : ((InclusiveGateway) gateway).getDefault();
    }
}
