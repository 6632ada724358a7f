package org.keizoku.contract;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a model asks of Java: a bean by its bare name, and no logic in the XML. */
final class WorkRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BEAN = "\\$\\{([a-z]\\w*)}";
    private static final Set<Class<? extends ModelElementInstance>> WORKERS =
            Set.of(ServiceTask.class, SendTask.class, CamundaTaskListener.class, CamundaExecutionListener.class);

    private WorkRules() {}

    static List<String> bareBeans(Models models) {
        return models.inProcesses(file -> WORKERS.stream()
                .flatMap(file::all)
                .filter(worker ->
                        !Objects.requireNonNullElse(delegate(worker), "").matches(BEAN))
                .map(worker -> file.at(
                        idOf(worker),
                        "camunda:delegateExpression must be a bare ${beanName}, is " + delegate(worker))));
    }

    static List<String> noClassesExpressionsAndScripts(Models models) {
        return models.inProcesses(file -> Stream.concat(
                Stream.<Class<? extends ModelElementInstance>>of(
                                BaseElement.class, CamundaTaskListener.class, CamundaExecutionListener.class)
                        .flatMap(file::all)
                        .filter(element ->
                                attribute(element, "class") != null || attribute(element, "expression") != null)
                        .map(element ->
                                file.at(idOf(element), "camunda:class and camunda:expression bypass the beans")),
                Stream.concat(file.all(ScriptTask.class), file.all(CamundaScript.class))
                        .map(script -> file.at(idOf(script), "scripts are logic in XML"))));
    }

    /** The names of the beans that all models together need. */
    static Set<String> beanNames(Models models) {
        return models.processes().stream()
                .flatMap(file -> Stream.of(
                                WORKERS.stream().flatMap(file::all),
                                file.all(BusinessRuleTask.class),
                                file.all(MessageEventDefinition.class))
                        .flatMap(worker -> worker))
                .map(WorkRules::delegate)
                .filter(Objects::nonNull)
                .map(expression -> expression.replaceAll("[${}]", ""))
                .collect(Collectors.toSet());
    }

    private static String delegate(ModelElementInstance worker) {
        return attribute(worker, "delegateExpression");
    }

    private static String attribute(ModelElementInstance element, String name) {
        // An element of Camunda's own bears its attributes without a prefix.
        boolean own = CAMUNDA.equals(element.getElementType().getTypeNamespace());
        return own ? element.getAttributeValue(name) : element.getAttributeValueNs(CAMUNDA, name);
    }

    /** The element's id, or that of the nearest one around it: listeners and scripts have none. */
    private static String idOf(ModelElementInstance element) {
        for (var around = element; around != null; around = around.getParentElement()) {
            if (around instanceof BaseElement named && named.getId() != null) {
                return named.getId();
            }
        }
        return "?";
    }
}
