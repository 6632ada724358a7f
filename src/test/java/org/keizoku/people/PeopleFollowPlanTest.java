package org.keizoku.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Fact;
import org.keizoku.plan.Person;
import org.keizoku.plan.PersonId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanTakenIntoUse;
import org.keizoku.plan.Plans;
import org.keizoku.testing.Heard;
import org.keizoku.testing.KeizokuTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@KeizokuTest
@Import(Round.class)
class PeopleFollowPlanTest {

    @Autowired
    Plans plans;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Heard heard;

    @Autowired
    Round round;

    @Autowired
    Standing standing;

    private Plan sampleCity;

    @BeforeEach
    void the_sample_citys_plan_counts_and_a_round_is_on() {
        sampleCity = plans.inForce();
        round.begins();
    }

    @AfterEach
    void the_sample_citys_plan_counts_again() {
        round.ends();
        // A password that a test chose goes with the account.
        identity.deleteUser("shicho");
        takeIntoUse(sampleCity);
        jdbc.sql("delete from former_person").update();
    }

    @Test
    void everybody_has_an_account_with_name_and_without_address() {
        assertThat(identity.createUserQuery().list())
                .hasSize(22)
                .allMatch(user -> user.getEmail() == null || user.getEmail().isEmpty())
                .extracting("id", "firstName", "lastName")
                .contains(tuple("shicho", "見本", "市太郎"));
        assertThat(identity.checkPassword("shicho", "test-only-word")).isTrue();
    }

    @Test
    void each_rank_of_a_role_is_a_group_named_by_its_capacity() {
        assertThat(identity.createGroupQuery().groupId("cio-deputy-2").singleResult())
                .extracting(Group::getName, Group::getType)
                .containsExactly("最高情報統括責任者 代行者2", "WORKFLOW");
        assertThat(standing.groupsOf(new PersonId("joho1"))).containsExactly("team", "team-leader-deputy-1");
        assertThat(identity.createUserQuery().memberOfGroup("team").count()).isEqualTo(5);
    }

    @Test
    void doing_it_again_changes_no_row() {
        var before = rows();

        takeIntoUse(sampleCity);

        assertThat(rows()).isEqualTo(before);
        assertThat(before.values()).allMatch(rows -> !rows.isEmpty());
        assertThat(heard.all(Fact.class)).isEmpty();
    }

    @Test
    void who_is_no_deputy_any_more_loses_the_group_and_gives_back_what_the_group_was_asked() {
        round.takes("somu-bucho", Round.DECIDE);

        takeIntoUse(Changed.role(sampleCity, "cio", ids("ict-bucho"), ids("kikaku-kacho")));

        assertThat(standing.groupsOf(new PersonId("somu-bucho"))).isEmpty();
        assertThat(standing.groupsOf(new PersonId("kikaku-kacho"))).containsExactly("cio-deputy-1");
        assertThat(identity.createGroupQuery().groupId("cio-deputy-2").count()).isZero();
        assertThat(round.task(Round.DECIDE).getAssignee()).isNull();
        assertThat(personalRights("somu-bucho")).isEmpty();
    }

    @Test
    void a_task_that_another_group_still_grants_is_kept() {
        round.takes("joho1", Round.SURVEY);

        takeIntoUse(Changed.role(sampleCity, "team-leader", ids("shukan"), ids("joho2")));

        assertThat(standing.groupsOf(new PersonId("joho1"))).containsExactly("team");
        assertThat(round.task(Round.SURVEY).getAssignee()).isEqualTo("joho1");
    }

    @Test
    void who_left_the_plan_loses_the_account_and_the_tasks_and_the_record_says_so() {
        round.takes("gakko", Round.CHECK);

        takeIntoUse(withoutGakko());

        assertThat(identity.createUserQuery().userId("gakko").count()).isZero();
        assertThat(round.task(Round.CHECK).getAssignee()).isNull();
        assertThat(personalRights("gakko")).isEmpty();
        assertThat(heard.all(PersonLeft.class)).containsExactly(new PersonLeft(new PersonId("gakko")));
        assertThat(facts("tasks-given-back"))
                .extracting(Fact::activation, Fact::actor, Fact::told, Fact::values)
                .containsExactly(
                        tuple(Round.ACTIVATION, "system", "計画の変更で担当を外れた職員のタスク1件を、担当者なしに戻した。", Map.of("gakko", "確認する")));
        assertThat(facts("people-changed").get(0).values().toString())
                .isEqualTo("{外した職員=gakko, 与えた役割=koho: schools, 解いた役割=gakko: schools}");
    }

    @Test
    void the_name_of_who_left_stays_known_to_the_record() {
        identity.saveUser(identity.newUser("bygone"));
        var bygone = identity.createUserQuery().userId("bygone").singleResult();
        bygone.setFirstName("昔");
        bygone.setLastName("居太");
        identity.saveUser(bygone);

        takeIntoUse(sampleCity);

        assertThat(standing.nameOf("bygone")).isEqualTo("昔 居太");
        assertThat(standing.nameOf("never-was")).isEqualTo("never-was");
    }

    @Test
    void an_account_a_group_and_a_right_made_by_hand_are_removed() {
        identity.saveUser(identity.newUser("Admin1"));
        identity.saveGroup(identity.newGroup("camunda-admin"));
        identity.createMembership("Admin1", "camunda-admin");
        identity.createMembership("joho4", "cio");
        grant(row -> row.setGroupId("camunda-admin"), Resources.APPLICATION, Permissions.ALL);
        grant(row -> row.setGroupId("team"), Resources.AUTHORIZATION, Permissions.ALL);
        grant(row -> row.setUserId("joho4"), Resources.FILTER, Permissions.ALL);
        var before = rows();

        takeIntoUse(sampleCity);

        assertThat(identity.createUserQuery().count()).isEqualTo(22);
        assertThat(identity.createGroupQuery().groupId("camunda-admin").count()).isZero();
        assertThat(standing.groupsOf(new PersonId("joho4"))).containsExactly("team");
        assertThat(before.get("act_ru_authorization"))
                .hasSize(rows().get("act_ru_authorization").size() + 5);
        assertThat(personalRights("joho4")).isEmpty();
    }

    @Test
    void a_new_person_joins_and_a_renamed_one_keeps_the_password() {
        var shicho = identity.createUserQuery().userId("shicho").singleResult();
        shicho.setPassword("chosen-by-the-mayor");
        identity.saveUser(shicho);
        Plan elected = Changed.people(sampleCity, people -> Stream.concat(
                        people.stream()
                                .map(person -> person.id().value().equals("shicho")
                                        ? new Person(person.id(), "見本 新太郎", person.post(), null, null)
                                        : person),
                        Stream.of(new Person(new PersonId("shinjin"), "新人 来美", "主事", null, null)))
                .toList());

        takeIntoUse(elected);

        assertThat(identity.createUserQuery().userId("shicho").singleResult().getLastName())
                .isEqualTo("新太郎");
        assertThat(identity.checkPassword("shicho", "chosen-by-the-mayor")).isTrue();
        assertThat(identity.checkPassword("shinjin", "test-only-word")).isTrue();
        assertThat(facts("people-changed").get(0).values().toString()).isEqualTo("{追加した職員=shinjin}");
    }

    private Plan withoutGakko() {
        Plan other = Changed.role(sampleCity, "schools", ids("koho"), List.of());
        return Changed.people(other, people -> people.stream()
                .filter(person -> !person.id().value().equals("gakko"))
                .toList());
    }

    private void grant(Consumer<Authorization> whom, Resources what, Permissions how) {
        Authorization row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        whom.accept(row);
        row.setResource(what);
        row.setResourceId(Authorization.ANY);
        row.addPermission(how);
        authorizations.saveAuthorization(row);
    }

    private List<Authorization> personalRights(String person) {
        return authorizations.createAuthorizationQuery().userIdIn(person).list();
    }

    private List<Fact> facts(String kind) {
        return heard.stream(Fact.class).filter(fact -> fact.kind().equals(kind)).toList();
    }

    private void takeIntoUse(Plan plan) {
        events.publishEvent(new PlanTakenIntoUse(plan));
    }

    private static List<PersonId> ids(String... ids) {
        return Stream.of(ids).map(PersonId::new).toList();
    }

    /** With the transaction that wrote each row: also a row written again as it was is a change. */
    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table :
                List.of("act_id_user", "act_id_group", "act_id_membership", "act_ru_filter", "act_ru_authorization")) {
            rows.put(
                    table,
                    jdbc.sql("select t.xmin || ' ' || t from %s t order by 1".formatted(table))
                            .query(String.class)
                            .list());
        }
        return rows;
    }
}
