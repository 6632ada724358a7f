package org.keizoku.contract;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One BPMN file, read with Camunda's model API. */
record ProcessFile(Path path, BpmnModelInstance model) {

    private static final Pattern WORD_USED = Pattern.compile("[$#]\\{\\s*!?\\s*(\\w+)"
            + "|(?:source|target|resultVariable|elementVariable|errorCodeVariable|errorMessageVariable|variableName)=\"(\\w+)\""
            + "|(?:input|output)Parameter name=\"(\\w+)\"");

    static ProcessFile read(Path path) {
        return new ProcessFile(path, Bpmn.readModelFromFile(path.toFile()));
    }

    String name() {
        return path.getFileName().toString().replace(".bpmn", "");
    }

    <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        Collection<T> found = model.getModelElementsByType(type);
        return found.stream();
    }

    Stream<Process> executable() {
        return all(Process.class);
    }

    Stream<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    boolean knows(String elementIdOrName) {
        return model.getModelElementById(elementIdOrName) != null
                || all(BaseElement.class)
                        .anyMatch(element -> elementIdOrName.equals(element.getAttributeValue("name"))
                                || elementIdOrName.equals(element.getAttributeValue("errorCode")));
    }

    /** The names that the file itself uses for variables: in expressions and mappings. */
    Set<String> variablesUsed() {
        return WORD_USED
                .matcher(Texts.of(path))
                .results()
                .flatMap(ProcessFile::groups)
                .collect(Collectors.toSet());
    }

    /** Whether it calls the process with all of its variables; a call that the plan decides may be of any. */
    boolean passesEverythingTo(String process) {
        return all(CallActivity.class)
                .filter(call -> call.getCalledElement() != null)
                .filter(call -> call.getCalledElement().equals(process)
                        || call.getCalledElement().startsWith("${"))
                .filter(call -> call.getExtensionElements() != null)
                .flatMap(call ->
                        call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream())
                .anyMatch(in -> "all".equals(in.getCamundaVariables()));
    }

    /** A finding that names file and element. */
    String at(String element, String what) {
        return path.getFileName() + " " + element + ": " + what;
    }

    private static Stream<String> groups(MatchResult hit) {
        return Stream.of(hit.group(1), hit.group(2), hit.group(3)).filter(word -> word != null);
    }
}
