package org.keizoku.contract;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Which sequence flows no test has taken. */
final class FlowCoverage {

    private FlowCoverage() {}

    static List<String> untaken(Models models, Collection<String> taken) {
        Set<String> known = Set.copyOf(taken);
        return models.inProcesses(FlowCoverage::flows).stream()
                .filter(flow -> !known.contains(flow))
                .toList();
    }

    /** The engine waits at the events themselves: it never takes a flow out of an event gateway, but always the one after the event. */
    private static Stream<String> flows(ProcessFile file) {
        return file.all(SequenceFlow.class)
                .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                .map(flow -> file.name() + "/" + flow.getId());
    }
}
