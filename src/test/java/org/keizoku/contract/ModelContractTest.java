package org.keizoku.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files in processes/ and forms/ keep what is promised to those who read, run and draw them. BrokenModelsTest proves that each rule can fail. */
class ModelContractTest {

    private static final Models MODELS = Models.in(Path.of(""), ModelClass.ofApplication());

    @Test
    void there_are_processes_and_forms_to_look_at() {
        assertThat(MODELS.processes()).isNotEmpty();
        assertThat(MODELS.forms()).isNotEmpty();
        assertThat(MODELS.decisions()).isNotEmpty();
    }

    @Test
    void every_file_is_one_executable_process_of_its_name_with_version_and_lifetime() {
        holds(NamingRules.heads(MODELS));
    }

    @Test
    void ids_can_be_read_aloud() {
        holds(NamingRules.ids(MODELS));
    }

    @Test
    void every_node_and_every_answer_of_a_gateway_has_a_japanese_label() {
        holds(NamingRules.labels(MODELS));
    }

    @Test
    void every_gateway_that_asks_has_a_default() {
        holds(FlowRules.defaults(MODELS));
    }

    @Test
    void a_condition_is_one_word_or_one_comparison() {
        holds(FlowRules.conditions(MODELS));
    }

    @Test
    void incoming_and_outgoing_are_written() {
        holds(FlowRules.incomingAndOutgoing(MODELS));
    }

    @Test
    void delegates_and_listeners_are_bare_bean_names() {
        holds(WorkRules.bareBeans(MODELS));
    }

    @Test
    void there_are_no_classes_expressions_and_scripts_in_models() {
        holds(WorkRules.noClassesExpressionsAndScripts(MODELS));
    }

    @Test
    void timers_and_due_dates_are_variables() {
        holds(TimerRules.noLiteralTimes(MODELS));
    }

    @Test
    void no_timer_repeats_by_itself() {
        holds(TimerRules.noCycles(MODELS));
    }

    @Test
    void every_user_task_says_what_to_do_is_offered_to_a_role_and_has_its_form() {
        holds(BindingRules.userTasks(MODELS));
    }

    @Test
    void every_hand_is_a_side_of_a_matter() {
        holds(BindingRules.sides(MODELS));
    }

    @Test
    void every_call_finds_its_process_and_passes_the_business_key() {
        holds(BindingRules.callActivities(MODELS));
    }

    @Test
    void every_business_rule_finds_its_decision() {
        holds(BindingRules.businessRuleTasks(MODELS));
    }

    @Test
    void everything_is_drawn() {
        holds(DrawingRules.drawn(MODELS));
    }

    @Test
    void a_process_fits_on_a_screen() {
        holds(DrawingRules.oneScreen(MODELS));
    }

    @Test
    void every_form_has_the_id_of_its_file_and_suits_the_engine() {
        holds(FormRules.heads(MODELS));
    }

    @Test
    void every_component_of_a_form_has_what_it_needs() {
        holds(FormRules.components(MODELS));
    }

    @Test
    void labels_and_choices_of_forms_are_japanese() {
        holds(FormRules.labels(MODELS));
    }

    @Test
    void every_key_of_a_form_is_a_variable_of_its_process() {
        holds(FormRules.keys(MODELS));
    }

    @Test
    void every_decision_has_the_id_of_its_file_a_name_and_a_lifetime() {
        holds(DecisionRules.heads(MODELS));
    }

    @Test
    void every_decision_table_says_its_hit_policy() {
        holds(DecisionRules.hitPolicies(MODELS));
    }

    @Test
    void every_row_of_a_decision_says_why() {
        holds(DecisionRules.reasons(MODELS));
    }

    @Test
    void every_clause_is_in_the_catalogue() {
        holds(ClauseRules.known(MODELS));
    }

    @Test
    void java_spells_only_what_the_models_have() {
        holds(JavaRules.constants(MODELS));
    }

    private static void holds(List<String> findings) {
        assertThat(findings).isEmpty();
    }
}
