package org.keizoku.contract;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** How processes and their elements are called: by ids that can be read aloud and labels that staff understand. */
final class NamingRules {

    /** After the prefix a word as people write it; what the Modeler makes up begins with a digit or a small letter. */
    private static final String SPOKEN = "([A-Z][A-Za-z0-9]*)(_[A-Z0-9][A-Za-z0-9]*)*";

    private NamingRules() {}

    static List<String> heads(Models models) {
        return models.inProcesses(file -> Stream.concat(
                Stream.of(file.executable().count())
                        .filter(count -> count != 1)
                        .map(count -> file.at(file.name(), "one process per file, not " + count)),
                file.executable().flatMap(process -> head(file, process))));
    }

    private static Stream<String> head(ProcessFile file, Process process) {
        String lifetime = process.getCamundaHistoryTimeToLiveString();
        return Stream.of(
                        when(!file.name().equals(process.getId()), "the file is called otherwise"),
                        when(!process.isExecutable(), "isExecutable is missing"),
                        when(
                                lifetime == null || !lifetime.matches("P\\d+D"),
                                "historyTimeToLive must be P<days>D, is " + lifetime),
                        when(process.getCamundaVersionTag() == null, "versionTag is missing"),
                        when(!Texts.isJapanese(process.getName()), "the process has no Japanese name"))
                .flatMap(finding -> finding)
                .map(finding -> file.at(process.getId(), finding));
    }

    static List<String> ids(Models models) {
        return models.inProcesses(file -> file.all(BaseElement.class)
                .filter(element -> prefix(element) != null)
                .filter(element -> element.getId() == null || !element.getId().matches(prefix(element) + SPOKEN))
                .map(element -> file.at(
                        element.getId(),
                        "an id that can be read aloud begins with " + prefix(element) + " and a word")));
    }

    static List<String> labels(Models models) {
        return models.inProcesses(file -> Stream.concat(
                file.nodes()
                        .filter(NamingRules::needsLabel)
                        .filter(node -> !Texts.isJapanese(node.getName()))
                        .map(node -> file.at(node.getId(), "no Japanese label")),
                file.all(SequenceFlow.class)
                        .filter(flow -> asks(flow.getSource()))
                        .filter(flow ->
                                flow.getName() == null || flow.getName().isBlank() || Texts.isEnglish(flow.getName()))
                        .map(flow -> file.at(flow.getId(), "a flow out of a gateway bears the answer in Japanese"))));
    }

    /** A gateway that only joins, or that takes every way, asks nothing. */
    private static boolean needsLabel(FlowNode node) {
        return !(node instanceof Gateway) || diverges(node) && !(node instanceof ParallelGateway);
    }

    /** The way out of a gateway of events is told by the event that it leads to. */
    private static boolean asks(FlowNode node) {
        return diverges(node) && !(node instanceof ParallelGateway) && !(node instanceof EventBasedGateway);
    }

    static boolean diverges(FlowNode node) {
        return node instanceof Gateway && node.getOutgoing().size() > 1;
    }

    private static String prefix(BaseElement element) {
        if (element instanceof CallActivity) return "Call_";
        if (element instanceof SubProcess) return "Sub_";
        if (element instanceof Activity) return "Task_";
        if (element instanceof Event) return "Event_";
        if (element instanceof Gateway) return "Gateway_";
        if (element instanceof SequenceFlow) return "Flow_";
        if (element instanceof TimerEventDefinition) return "Timer_";
        if (element instanceof Message) return "Message_";
        if (element instanceof Error) return "Error_";
        if (element instanceof Signal) return "Signal_";
        if (element instanceof Escalation) return "Escalation_";
        return null;
    }

    private static Stream<String> when(boolean broken, String finding) {
        return broken ? Stream.of(finding) : Stream.empty();
    }
}
