package org.keizoku.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every rule of ModelContractTest can fail, and says which file and element it means. */
class BrokenModelsTest {

    private static final Models BROKEN = Models.in(
            Path.of("src/test/resources/broken-models"),
            List.of(
                    ModelClass.of(BrokenModel.class).orElseThrow(),
                    new ModelClass("GoneModel", "gone", Set.of(), Set.of(), Set.of())));

    @Test
    void a_wrong_head_is_found() {
        finds(
                NamingRules.heads(BROKEN),
                "broken.bpmn other-name: the file is called otherwise",
                "broken.bpmn other-name: isExecutable is missing",
                "broken.bpmn other-name: historyTimeToLive must be P<days>D, is P10Y",
                "broken.bpmn other-name: versionTag is missing",
                "broken.bpmn other-name: the process has no Japanese name");
    }

    @Test
    void ids_made_by_the_modeler_are_found() {
        finds(
                NamingRules.ids(BROKEN),
                "broken.bpmn StartEvent_1: an id that can be read aloud begins with Event_ and a word",
                "broken.bpmn Activity_1w131lg: an id that can be read aloud begins with Task_ and a word",
                "broken.bpmn Flow_0k3ab1x: an id that can be read aloud begins with Flow_ and a word",
                "broken.bpmn TimerEventDefinition_1lpq7xz: an id that can be read aloud begins with Timer_ and a word");
    }

    @Test
    void missing_and_english_labels_are_found() {
        finds(
                NamingRules.labels(BROKEN),
                "broken.bpmn StartEvent_1: no Japanese label",
                "broken.bpmn Gateway_Ask: no Japanese label",
                "broken.bpmn Flow_Ask_Yes: a flow out of a gateway bears the answer in Japanese",
                "broken.bpmn Flow_Ask_No: a flow out of a gateway bears the answer in Japanese");
    }

    @Test
    void a_missing_default_is_found() {
        finds(FlowRules.defaults(BROKEN), "broken.bpmn Gateway_Ask: no default flow: the ordinary case");
    }

    @Test
    void logic_in_conditions_is_found() {
        finds(
                FlowRules.conditions(BROKEN),
                "broken.bpmn Flow_Ask_Yes: a condition is ${word} or ${word == 'value'}, not ${count > 3 && ready}",
                "broken.bpmn Flow_Ask_No: no condition, and not the default",
                "broken.bpmn Flow_Scripted: a condition belongs on a flow out of a gateway that is not the default");
    }

    @Test
    void unwritten_incoming_and_outgoing_are_found() {
        finds(
                FlowRules.incomingAndOutgoing(BROKEN),
                "broken.bpmn StartEvent_1: <outgoing> for Flow_0k3ab1x is not written",
                "broken.bpmn Task_Rule: <incoming> for Flow_Called is not written");
    }

    @Test
    void method_calls_and_classes_as_delegates_are_found() {
        finds(
                WorkRules.bareBeans(BROKEN),
                "broken.bpmn Activity_1w131lg: camunda:delegateExpression must be a bare ${beanName}, is ${staff.call('everyone')}",
                "broken.bpmn Activity_1w131lg: camunda:delegateExpression must be a bare ${beanName}, is null");
        finds(
                WorkRules.noClassesExpressionsAndScripts(BROKEN),
                "broken.bpmn Activity_1w131lg: camunda:class and camunda:expression bypass the beans",
                "broken.bpmn Task_Script: scripts are logic in XML");
    }

    @Test
    void literal_and_repeating_times_are_found() {
        finds(
                TimerRules.noLiteralTimes(BROKEN),
                "broken.bpmn TimerEventDefinition_1lpq7xz: a timer takes a ${variable}, not PT3H",
                "broken.bpmn Task_Person: a due date takes a ${variable}, not P2D");
        finds(
                TimerRules.noCycles(BROKEN),
                "broken.bpmn Timer_Again: timeCycle silently skips what was due during downtime");
    }

    @Test
    void a_task_without_documentation_role_and_form_is_found() {
        finds(
                BindingRules.userTasks(BROKEN),
                "broken.bpmn Task_Person: no Japanese documentation: what to do, and by which rule",
                "broken.bpmn Task_Person: candidateGroups must be a ${variable}, is leaders",
                "broken.bpmn Task_Person: forms/nowhere.form is missing",
                "broken.bpmn Task_Person: formRefBinding must be deployment");
    }

    @Test
    void a_hand_that_is_no_side_is_found() {
        finds(BindingRules.sides(BROKEN), "broken.bpmn Task_Person: no side of a matter: helper");
    }

    @Test
    void unbound_calls_and_decisions_are_found() {
        finds(
                BindingRules.callActivities(BROKEN),
                "broken.bpmn Call_Other: calledElementBinding must be deployment",
                "broken.bpmn Call_Other: processes/not-there.bpmn is missing",
                "broken.bpmn Call_Other: the business key ${execution.processBusinessKey} is not passed on");
        finds(
                BindingRules.businessRuleTasks(BROKEN),
                "broken.bpmn Task_Rule: processes/decisions/not-there.dmn is missing",
                "broken.bpmn Task_Rule: decisionRefBinding must be deployment",
                "broken.bpmn Task_Rule: no resultVariable: the decision would be lost");
    }

    @Test
    void undrawn_and_crowded_models_are_found() {
        assertThat(DrawingRules.drawn(BROKEN))
                .contains("broken.bpmn Task_Person: is not drawn", "broken.bpmn Flow_Ask: is not drawn");
        finds(DrawingRules.oneScreen(BROKEN), "crowded.bpmn crowded: 31 nodes, at most 30: split with a call activity");
    }

    @Test
    void broken_forms_are_found() {
        finds(
                FormRules.heads(BROKEN),
                "broken-form.form: id is \"another-form\", the file is called otherwise",
                "broken-form.form: executionPlatform must be Camunda Platform",
                "broken-form.form: schemaVersion is missing");
        finds(FormRules.components(BROKEN), "broken-form.form Field_Lost: no key: its value would be lost");
        finds(
                FormRules.labels(BROKEN),
                "broken-form.form neverRead: no Japanese label",
                "broken-form.form leaders: choice \"leader\" has no Japanese label");
        finds(
                FormRules.keys(BROKEN),
                "broken-form.form: neverRead is no variable of broken: neither in its model class nor in the file",
                "broken-form.form: neverSet is no variable of broken: neither in its model class nor in the file",
                "orphan.form: no process uses it");
    }

    @Test
    void a_sheet_that_is_kept_whole_needs_no_constant_for_each_field() {
        var withSheet = Models.in(
                BROKEN.root(),
                List.of(new ModelClass("SheetModel", "broken", Set.of(), Set.of(), Set.of("Task_Sheet"))));

        finds(FormRules.keys(withSheet), "orphan.form: no process uses it");
    }

    @Test
    void broken_decisions_are_found() {
        finds(
                DecisionRules.heads(BROKEN),
                "broken-rule.dmn another-rule: the file is called otherwise",
                "broken-rule.dmn another-rule: no Japanese name",
                "broken-rule.dmn another-rule: historyTimeToLive must be P<days>D, is null");
        finds(DecisionRules.hitPolicies(BROKEN), "broken-rule.dmn broken-rule: hitPolicy is not written");
        finds(DecisionRules.reasons(BROKEN), "broken-rule.dmn Rule_Silent: the row does not say why");
    }

    @Test
    void clauses_that_no_catalogue_has_are_found() {
        finds(
                ClauseRules.known(BROKEN),
                "broken.bpmn SMP-9-99: is not in the clause catalogue",
                "broken-rule.dmn SMP-9-96: is not in the clause catalogue",
                "broken-form.form SMP-9-98: is not in the clause catalogue",
                "plan.yaml SMP-9-97: is not in the clause catalogue");
    }

    @Test
    void a_missing_catalogue_is_found() {
        var nowhere = Models.in(Path.of("src/test/resources/samples"), List.of());

        finds(ClauseRules.known(nowhere), "src/main/resources/clauses: the catalogue is missing");
    }

    @Test
    void constants_that_the_model_does_not_have_are_found() {
        finds(
                JavaRules.constants(BROKEN),
                "BrokenModel: broken.bpmn has no element Task_Gone",
                "GoneModel: there is no processes/gone.bpmn");
    }

    private static void finds(List<String> findings, String... expected) {
        assertThat(findings).containsExactlyInAnyOrder(expected);
    }
}
