package org.keizoku.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Everything is drawn, and small enough to be read on one screen: the engine deploys undrawn models without a word. */
final class DrawingRules {

    static final int MOST_NODES = 30;

    private DrawingRules() {}

    static List<String> drawn(Models models) {
        return models.inProcesses(file -> {
            Set<BaseElement> drawn = Stream.concat(
                            file.all(BpmnShape.class).map(BpmnShape::getBpmnElement),
                            file.all(BpmnEdge.class).map(BpmnEdge::getBpmnElement))
                    .collect(Collectors.toSet());
            return Stream.<Class<? extends BaseElement>>of(FlowNode.class, SequenceFlow.class)
                    .<BaseElement>flatMap(file::all)
                    .filter(element -> !drawn.contains(element))
                    .map(element -> file.at(element.getId(), "is not drawn"));
        });
    }

    static List<String> oneScreen(Models models) {
        return models.inProcesses(file -> Stream.of(file.nodes().count())
                .filter(count -> count > MOST_NODES)
                .map(count -> file.at(
                        file.name(), count + " nodes, at most " + MOST_NODES + ": split with a call activity")));
    }
}
