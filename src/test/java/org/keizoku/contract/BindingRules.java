package org.keizoku.contract;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.keizoku.engine.Side;

/** What a running activation finds when it comes to a form, a decision or another process: what it was written with. */
final class BindingRules {

    private static final String DEPLOYMENT = "deployment";

    private BindingRules() {}

    static List<String> userTasks(Models models) {
        return models.inProcesses(file -> file.all(UserTask.class)
                .flatMap(task -> userTask(models, task).map(finding -> file.at(task.getId(), finding))));
    }

    private static Stream<String> userTask(Models models, UserTask task) {
        String form = task.getCamundaFormRef();
        String groups = task.getCamundaCandidateGroups();
        boolean explained = task.getDocumentations().stream().anyMatch(text -> Texts.isJapanese(text.getTextContent()));
        return Stream.of(
                        explained ? "" : "no Japanese documentation: what to do, and by which rule",
                        groups != null
                                        && Texts.commaSeparated(groups).stream()
                                                .allMatch(group -> group.matches("\\$\\{\\w+}"))
                                ? ""
                                : "candidateGroups must be a ${variable}, is " + groups,
                        form == null
                                ? "no camunda:formRef"
                                : models.hasForm(form) ? "" : "forms/" + form + ".form is missing",
                        DEPLOYMENT.equals(task.getCamundaFormRefBinding()) ? "" : "formRefBinding must be deployment")
                .filter(finding -> !finding.isEmpty());
    }

    /** A word that is no side would stop the procedure only when its task is opened. */
    static List<String> sides(Models models) {
        return models.inProcesses(file -> file.all(UserTask.class)
                .filter(task -> task.getExtensionElements() != null)
                .flatMap(task ->
                        task
                                .getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaProperties.class)
                                .list()
                                .stream()
                                .flatMap(properties -> properties.getCamundaProperties().stream())
                                .filter(property -> Side.PROPERTY.equals(property.getCamundaName()))
                                .filter(property -> Stream.of(Side.values())
                                        .noneMatch(side -> side.word().equals(property.getCamundaValue())))
                                .map(property ->
                                        file.at(task.getId(), "no side of a matter: " + property.getCamundaValue()))));
    }

    static List<String> callActivities(Models models) {
        return models.inProcesses(file -> file.all(CallActivity.class)
                .flatMap(call -> call(models, call).map(finding -> file.at(call.getId(), finding))));
    }

    private static Stream<String> call(Models models, CallActivity call) {
        String called = call.getCalledElement();
        boolean byPlan = called != null && called.startsWith("${");
        boolean keyPassed = call.getExtensionElements() != null
                && call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                        .anyMatch(in -> "${execution.processBusinessKey}".equals(in.getCamundaBusinessKey())
                                || "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()));
        return Stream.of(
                        byPlan || DEPLOYMENT.equals(call.getCamundaCalledElementBinding())
                                ? ""
                                : "calledElementBinding must be deployment",
                        byPlan || models.hasProcess(called) ? "" : "processes/" + called + ".bpmn is missing",
                        keyPassed ? "" : "the business key ${execution.processBusinessKey} is not passed on")
                .filter(finding -> !finding.isEmpty());
    }

    static List<String> businessRuleTasks(Models models) {
        return models.inProcesses(file -> file.all(BusinessRuleTask.class)
                .flatMap(task -> rule(models, task).map(finding -> file.at(task.getId(), finding))));
    }

    private static Stream<String> rule(Models models, BusinessRuleTask task) {
        String decision = task.getCamundaDecisionRef();
        boolean byPlan = decision != null && decision.startsWith("${");
        return Stream.of(
                        decision == null
                                ? "no camunda:decisionRef"
                                : byPlan || models.hasDecision(decision)
                                        ? ""
                                        : "processes/decisions/" + decision + ".dmn is missing",
                        DEPLOYMENT.equals(task.getCamundaDecisionRefBinding())
                                ? ""
                                : "decisionRefBinding must be deployment",
                        task.getCamundaResultVariable() == null ? "no resultVariable: the decision would be lost" : "")
                .filter(finding -> !finding.isEmpty());
    }
}
