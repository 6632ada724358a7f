package org.keizoku.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.RoleId;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@KeizokuTest
@Import(Round.class)
class TasklistRightsTest {

    @Autowired
    Night night;

    @Autowired
    Round round;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    FormService forms;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Standing standing;

    @BeforeEach
    void a_round_is_on() {
        round.begins();
    }

    @AfterEach
    void the_round_ends() {
        round.ends();
    }

    @Test
    void a_member_of_the_team_cannot_claim_the_cios_decision() {
        String decision = round.task(Round.DECIDE).getId();

        assertThatThrownBy(() -> night.as("joho4", () -> tasks.claim(decision, "joho4")))
                .isInstanceOf(AuthorizationException.class);
        assertThat(round.task(Round.DECIDE).getAssignee()).isNull();
    }

    @Test
    void nobody_claims_for_another_though_both_are_candidates() {
        String survey = round.task(Round.SURVEY).getId();

        refused(() -> night.as("joho4", () -> tasks.claim(survey, "joho3")), "班長(代行者を含む)だけです");
    }

    @Test
    void a_claimed_task_is_not_claimed_over() {
        round.takes("joho3", Round.SURVEY);
        String survey = round.task(Round.SURVEY).getId();

        assertThatThrownBy(() -> night.as("joho4", () -> tasks.claim(survey, "joho4")))
                .isInstanceOf(TaskAlreadyClaimedException.class);
        assertThatThrownBy(() -> night.as("joho4", () -> tasks.setAssignee(survey, "joho4")))
                .isInstanceOf(AuthorizationException.class);
        assertThat(round.task(Round.SURVEY).getAssignee()).isEqualTo("joho3");
    }

    @Test
    void the_leader_and_the_leaders_deputy_hand_a_silent_persons_task_to_another_candidate() {
        round.takes("joho3", Round.SURVEY);
        String survey = round.task(Round.SURVEY).getId();

        night.as("shukan", () -> tasks.setAssignee(survey, "joho4"));
        assertThat(round.task(Round.SURVEY).getAssignee()).isEqualTo("joho4");

        night.as("joho1", () -> tasks.setAssignee(survey, "joho2"));
        assertThat(round.task(Round.SURVEY).getAssignee()).isEqualTo("joho2");
    }

    @Test
    void the_leader_cannot_hand_a_task_to_somebody_it_was_not_offered_to() {
        round.takes("joho3", Round.SURVEY);
        String survey = round.task(Round.SURVEY).getId();
        String decision = round.task(Round.DECIDE).getId();

        refused(() -> night.as("shukan", () -> tasks.setAssignee(survey, "koho")), "その職員はこのタスクの担当になれません");
        refused(() -> night.as("shukan", () -> tasks.setAssignee(decision, "shukan")), "あなたはこのタスクの担当になれません");
        refused(() -> night.as("shukan", () -> tasks.setAssignee(survey, "kansa")), "監査担当");
        assertThat(round.task(Round.SURVEY).getAssignee()).isEqualTo("joho3");
    }

    @Test
    void a_member_of_the_team_cannot_hand_over() {
        round.takes("joho3", Round.SURVEY);
        String survey = round.task(Round.SURVEY).getId();

        refused(() -> night.as("joho3", () -> tasks.setAssignee(survey, "joho4")), "班長(代行者を含む)だけです");
        assertThat(round.task(Round.SURVEY).getAssignee()).isEqualTo("joho3");
    }

    @Test
    void who_took_a_task_by_mistake_gives_it_back_and_may_then_not_take_it_from_the_next() {
        round.takes("joho3", Round.SURVEY);
        String survey = round.task(Round.SURVEY).getId();

        night.as("joho3", () -> tasks.setAssignee(survey, null));
        assertThat(round.task(Round.SURVEY).getAssignee()).isNull();

        night.as("joho4", () -> tasks.claim(survey, "joho4"));
        refused(() -> night.as("joho3", () -> tasks.setAssignee(survey, null)), "担当者本人と班長");
        refused(() -> night.as("joho3", () -> tasks.setAssignee(survey, "joho3")), "担当者本人と班長");
        assertThat(round.task(Round.SURVEY).getAssignee()).isEqualTo("joho4");
    }

    @Test
    void the_engine_itself_gives_a_task_to_candidates_only() {
        String survey = round.task(Round.SURVEY).getId();

        tasks.setAssignee(survey, "joho4");
        assertThat(round.task(Round.SURVEY).getAssignee()).isEqualTo("joho4");
        refused(() -> tasks.setAssignee(survey, "shimin"), "その職員はこのタスクの担当になれません");
    }

    @Test
    void candidates_see_their_task_its_diagram_and_peoples_names_and_nothing_of_others() {
        assertThat(night.as("gakko", () -> tasks.createTaskQuery().list()))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactly(Round.CHECK);
        assertThat(night.as(
                        "gakko",
                        () -> identity.createUserQuery().userId("shicho").count()))
                .isOne();
        String definition = round.task(Round.CHECK).getProcessDefinitionId();
        assertThat(night.as("gakko", () -> repository.getProcessModel(definition)))
                .isNotEmpty();
    }

    @Test
    void a_candidate_opens_the_form_as_tasklist_does_and_claims_and_completes() {
        var form = repository
                .createDeployment()
                .addInputStream(
                        "processes/watch-sample.bpmn", getClass().getResourceAsStream("/samples/watch-sample.bpmn"))
                .addInputStream("forms/watch-sample.form", getClass().getResourceAsStream("/samples/watch-sample.form"))
                .deploy();
        runtime.startProcessInstanceByKey(
                "watch-sample", "2026-903", Map.of("watchers", "schools", "lookBy", Date.from(night.now())));
        String task = night.task("2026-903", "Task_LookAround").getId();

        night.as("gakko", () -> {
            assertThat(forms.getDeployedTaskForm(task)).isNotNull();
            assertThat(forms.getTaskFormVariables(task)).containsKey("watchers");
            assertThat(tasks.getVariables(task)).containsKey("watchers");
            assertThat(tasks.getIdentityLinksForTask(task)).hasSize(1);
            assertThat(tasks.getTaskComments(task)).isEmpty();
            tasks.claim(task, "gakko");
            forms.submitTaskForm(task, Map.of("finding", "fine", "place", "廊下"));
        });

        assertThat(night.tasks("2026-903", "Task_LookAround")).isEmpty();
        repository.deleteDeployment(form.getId(), true);
    }

    @Test
    void who_may_start_an_activation_opens_its_form() {
        String latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("activation")
                .latestVersion()
                .singleResult()
                .getId();

        assertThat(night.as("joho4", () -> forms.getDeployedStartForm(latest))).isNotNull();
        assertThat(night.as("joho4", () -> repository
                        .createProcessDefinitionQuery()
                        .startablePermissionCheck()
                        .startableInTasklist()
                        .latestVersion()
                        .list()))
                .extracting(ProcessDefinition::getKey)
                .contains("activation", "activation-correction")
                .doesNotContain("people-sample");
    }

    @Test
    void the_leader_sees_all_tasks_and_the_auditor_none() {
        assertThat(night.as("shukan", () -> tasks.createTaskQuery().count())).isEqualTo(3);
        assertThat(night.as("kansa", () -> tasks.createTaskQuery().count())).isZero();
        assertThat(night.as("kansa", () -> filters.createFilterQuery().count())).isZero();
        assertThat(rightsOf("kansa")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "joho4, true",
        "shukan, true",
        "joho1, true",
        "ict-bucho, false",
        "honbu, false",
        "koho, false",
        "kansa, false"
    })
    void only_staff_and_leader_may_ask_for_lower_security(String person, boolean may) {
        for (String process : List.of("security-downgrade", "downgrade-extension")) {
            assertThat(may(person, ProcessDefinitionPermissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, process))
                    .isEqualTo(may);
        }
        for (String process : List.of("downgrade-in-force", "approve-break-glass", "review-downgrade")) {
            assertThat(may(person, ProcessDefinitionPermissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, process))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "joho4, true",
        "shukan, true",
        "joho1, true",
        "ict-bucho, true",
        "somu-bucho, true",
        "unyo, true",
        "honbu, true",
        "koho, false",
        "shicho, false",
        "kansa, false"
    })
    void only_who_answers_for_the_response_may_start_and_correct_an_activation(String person, boolean may) {
        for (String process : List.of("activation", "activation-correction")) {
            assertThat(may(person, ProcessDefinitionPermissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, process))
                    .isEqualTo(may);
        }
        assertThat(may(person, Permissions.CREATE, Resources.PROCESS_INSTANCE, "*"))
                .isEqualTo(may);
        assertThat(may(person, ProcessDefinitionPermissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "response"))
                .isFalse();
    }

    @Test
    void everybody_but_the_auditor_has_tasklist_and_nobody_has_anything_of_an_administrator() {
        for (var user : identity.createUserQuery().list()) {
            String person = user.getId();
            assertThat(may(person, Permissions.ACCESS, Resources.APPLICATION, "tasklist"))
                    .as(person)
                    .isEqualTo(!person.equals("kansa"));
            for (String application : List.of("admin", "cockpit", "welcome")) {
                assertThat(may(person, Permissions.ACCESS, Resources.APPLICATION, application))
                        .as(person)
                        .isFalse();
            }
            for (Permission change : List.of(Permissions.CREATE, Permissions.UPDATE, Permissions.DELETE)) {
                for (Resource resource :
                        List.of(Resources.FILTER, Resources.AUTHORIZATION, Resources.USER, Resources.GROUP)) {
                    assertThat(may(person, change, resource, resource == Resources.USER ? person : "*"))
                            .as("%s %s %s", person, change, resource)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void nobody_makes_or_changes_a_list() {
        assertThatThrownBy(() -> night.as("shukan", () -> filters.saveFilter(filters.newTaskFilter("私のフィルタ"))))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> night.as(
                        "shukan",
                        () -> filters.saveFilter(
                                filters.createFilterQuery().filterName("判断").singleResult())))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void the_lists_show_a_member_of_the_team_what_to_take_what_is_taken_and_what_is_late() {
        assertThat(listed("joho4", "自分の班のタスク")).containsExactly(Round.SURVEY);
        assertThat(listed("joho4", "自分のタスク")).isEmpty();
        assertThat(listed("joho4", "期限超過")).isEmpty();
        assertThat(listed("joho4", "判断")).isEmpty();

        round.takes("joho4", Round.SURVEY);
        night.passes(Duration.ofMinutes(61));

        assertThat(listed("joho4", "自分の班のタスク")).isEmpty();
        assertThat(listed("joho4", "自分のタスク")).containsExactly(Round.SURVEY);
        assertThat(listed("joho4", "期限超過")).containsExactly(Round.SURVEY);
        assertThat(listed("joho3", "自分のタスク")).isEmpty();
        assertThat(listed("joho3", "期限超過")).containsExactly(Round.SURVEY);
        assertThat(listed("gakko", "期限超過")).isEmpty();
    }

    @Test
    void the_lists_show_the_cio_and_the_deputy_the_decision_also_when_one_has_taken_it() {
        round.takes("somu-bucho", Round.DECIDE);

        assertThat(listed("ict-bucho", "判断")).containsExactly(Round.DECIDE);
        assertThat(listed("ict-bucho", "自分の班のタスク")).isEmpty();
        assertThat(listed("somu-bucho", "判断")).containsExactly(Round.DECIDE);
        assertThat(listed("kikaku-kacho", "判断")).isEmpty();
    }

    @Test
    void the_list_of_everybodys_tasks_is_for_those_who_lead() {
        assertThat(listed("shukan", "全員のタスク")).containsExactlyInAnyOrder(Round.DECIDE, Round.SURVEY, Round.CHECK);
        assertThat(night.as("joho4", () -> filters.createFilterQuery().list()))
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder("自分のタスク", "自分の班のタスク", "期限超過", "判断");
    }

    @Test
    void a_list_says_how_tasklist_shows_it() {
        Filter team = filters.createFilterQuery().filterName("自分の班のタスク").singleResult();

        assertThat(team.getOwner()).isNull();
        assertThat(team.getProperties())
                .containsEntry("refresh", true)
                .containsEntry("showUndefinedVariable", false)
                .containsEntry(
                        "variables",
                        List.of(
                                Map.of("name", "activationNumber", "label", "発動番号"),
                                Map.of("name", "systemName", "label", "システム")));
    }

    @Test
    void a_person_stands_with_the_name_and_the_rank_of_the_plan() {
        var deputy = new PersonId("somu-bucho");

        assertThat(standing.nameOf("somu-bucho")).isEqualTo("架空 代一");
        assertThat(standing.nameOf("system")).isEqualTo("システム");
        assertThat(standing.rankOf(deputy, new RoleId("cio")))
                .get()
                .extracting("group")
                .isEqualTo("cio-deputy-1");
        assertThat(standing.rankOf(deputy, new RoleId("team"))).isEmpty();
    }

    private List<String> listed(String person, String list) {
        String id = filters.createFilterQuery().filterName(list).singleResult().getId();
        return night.as(person, () -> filters.<Task>list(id).stream()
                .map(Task::getTaskDefinitionKey)
                .toList());
    }

    private boolean may(String person, Permission how, Resource what, String id) {
        return authorizations.isUserAuthorized(
                person, List.copyOf(standing.groupsOf(new PersonId(person))), how, what, id);
    }

    private List<?> rightsOf(String person) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(standing.groupsOf(new PersonId(person)).toArray(String[]::new))
                .list();
    }

    private static void refused(ThrowingCallable request, String message) {
        assertThatThrownBy(request).isInstanceOf(Refused.class).hasMessageContaining(message);
    }
}
