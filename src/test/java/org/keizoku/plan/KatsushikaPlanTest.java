package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keizoku.plan.Structure.Line;

/** Katsushika's plan: who comes by its assembly rules, who commands, and how a disaster differs from a security event. */
class KatsushikaPlanTest {

    private static final ShippedPlan SHIPPED = ShippedPlan.of("katsushika");
    private static final Plan PLAN = SHIPPED.plan();

    @Test
    void it_is_the_second_issue_of_2022_09_07() {
        assertThat(PLAN.version()).isEqualTo("2");
        assertThat(PLAN.issued()).isEqualTo(LocalDate.of(2022, 9, 7));
        assertThat(SHIPPED.rows("revision-list")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "earthquake, 6-lower, false, false, automatic, ict-staff",
        "earthquake, 7, true, true, automatic, ict-staff",
        "earthquake, 5-upper, true, false, automatic, first-crew",
        "earthquake, 5-upper, false, false, monitor, ict-staff",
        "earthquake, 5-upper, false, true, head-decides, ict-staff",
        "earthquake, 5-lower, true, false, head-decides, ict-staff",
        "wind-flood, , true, false, automatic, ict-staff",
        "wind-flood, , false, false, monitor, ict-staff",
        "security-incident, , false, true, head-decides, ict-staff",
        "security-incident, , true, false, monitor, ict-staff",
        "system-failure, , false, true, head-decides, ict-staff",
        "system-failure, , false, false, monitor, ict-staff",
        "power-outage, , false, false, head-decides, ict-staff",
        "epidemic, , false, false, monitor, ict-staff",
        "other, , true, false, head-decides, ict-staff",
        "other, , false, true, head-decides, ict-staff",
        "other, , false, false, monitor, ict-staff"
    })
    void who_assembles(
            String type, String intensity, boolean headquarters, boolean damage, String regime, String assembles) {
        assertThat(SHIPPED.asked("regime", event(type, intensity, headquarters, damage)))
                .containsEntry("regime", regime)
                .containsEntry("assembles", assembles)
                .containsEntry("attendance", "assemble");
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void in_an_epidemic_the_building_may_be_closed_so_staff_work_from_home(boolean headquarters, boolean damage) {
        assertThat(SHIPPED.asked("regime", event("epidemic", null, headquarters, damage)))
                .containsEntry("regime", "head-decides")
                .containsEntry("attendance", "telework");
    }

    @Test
    void the_first_crew_is_40_percent_of_the_staff_with_somebody_of_each_team() {
        List<PersonId> crew = holders("first-crew");

        assertThat(holders("ict-staff")).containsAll(crew);
        assertThat(crew).hasSizeGreaterThanOrEqualTo((int)
                Math.ceil(holders("ict-staff").size() * 0.4));
        assertThat(crew).containsAnyElementsOf(holders("liaison-team"));
        assertThat(crew).containsAnyElementsOf(holders("infrastructure-team"));
        assertThat(crew).containsAnyElementsOf(holders("business-system-team"));
    }

    @Test
    void each_of_the_staff_but_the_manager_is_in_one_team() {
        assertThat(holders("liaison-team")).doesNotContainAnyElementsOf(holders("infrastructure-team"));
        assertThat(holders("business-system-team"))
                .doesNotContainAnyElementsOf(holders("infrastructure-team"))
                .doesNotContainAnyElementsOf(holders("liaison-team"));
        assertThat(holders("liaison-team").size()
                        + holders("infrastructure-team").size()
                        + holders("business-system-team").size())
                .isEqualTo(holders("ict-staff").size() - 1);
    }

    @Test
    void the_manager_has_three_deputies_in_order() {
        assertThat(PLAN.role(new RoleId("ict-manager")).ranks().stream()
                        .flatMap(rank -> rank.persons().stream())
                        .map(person -> PLAN.person(person).post()))
                .containsExactly("情報システム課長", "情報システム課 調整係長", "情報システム課 管理係長", "情報システム課 主査");
    }

    @Test
    void above_the_manager_stand_the_supervisor_and_the_cio() {
        RoleId supervisor = PLAN.role(new RoleId("ict-manager")).above();
        RoleId cio = PLAN.role(supervisor).above();

        assertThat(PLAN.role(supervisor).name()).isEqualTo("情報システム統括責任者");
        assertThat(PLAN.role(cio).name()).isEqualTo("最高情報システム統括責任者(CIO)");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void in_every_event_the_manager_decides(EventType event) {
        Plan standing = PLAN.underEvent(event.code());

        assertThat(standing.duties().head()).isEqualTo(new RoleId("ict-manager"));
        assertThat(standing.decisions())
                .extracting(Decision::id)
                .containsExactlyInAnyOrder(
                        "set-up-structure",
                        "take-command",
                        "recovery-base",
                        "start-continuity",
                        "recovery-policy",
                        "dissolve-structure",
                        "correct-activation",
                        "approve-downgrade");
        assertThat(standing.decisions()).extracting(Decision::role).containsOnly(new RoleId("ict-manager"));
    }

    @Test
    void a_disaster_is_reported_to_headquarters() {
        Structure disaster = PLAN.structureFor("earthquake").orElseThrow();

        assertThat(disaster.events())
                .containsExactlyInAnyOrder(
                        EventType.EARTHQUAKE,
                        EventType.WIND_FLOOD,
                        EventType.POWER_OUTAGE,
                        EventType.EPIDEMIC,
                        EventType.OTHER);
        assertThat(disaster.lines())
                .contains(
                        new Line("インフラチーム", "連絡調整チーム", "被害状況等・復旧見込みの報告"),
                        new Line("業務システムチーム", "連絡調整チーム", "被害状況等の報告"),
                        new Line("連絡調整チーム", "電算機管理者", "被害情報等の報告"),
                        new Line("電算機管理者", "葛飾区災害対策本部", "状況報告"));
        assertThat(PLAN.underEvent("earthquake").duties().headquarters()).isEqualTo(new RoleId("headquarters-office"));
    }

    @Test
    void a_security_event_is_reported_to_the_incident_response_team() {
        Structure security = PLAN.structureFor("system-failure").orElseThrow();

        assertThat(security.events()).containsExactlyInAnyOrder(EventType.SECURITY_INCIDENT, EventType.SYSTEM_FAILURE);
        assertThat(security.lines()).contains(new Line("電算機管理者", "情報セキュリティインシデント対応チーム", "チームに参加・状況報告・協議"));
        assertThat(PLAN.underEvent("security-incident").duties().headquarters())
                .isEqualTo(new RoleId("incident-response-team"));
        assertThat(PLAN.role(new RoleId("incident-response-team")).above())
                .isEqualTo(new RoleId("chief-security-officer"));
    }

    @Test
    void only_in_a_disaster_does_the_liaison_team_check_on_the_staff() {
        assertThat(duties("liaison-team", "disaster")).hasSize(7).contains("職員の安否確認");
        assertThat(duties("liaison-team", "security")).hasSize(4).doesNotContain("職員の安否確認");
    }

    @Test
    void the_report_has_the_lines_of_the_action_plan() {
        assertThat(PLAN.reporting().items())
                .containsSubsequence("復旧見込み", "応急措置方針", "復旧方針", "予想復旧時間", "システムの復旧", "通常運用への復帰");
    }

    @Test
    void the_source_sets_no_recovery_time_so_each_is_an_example() {
        assertThat(PLAN.systems()).hasSize(17).allSatisfy(system -> assertThat(system.targets())
                .isNotEmpty()
                .allMatch(PrioritySystem.Target::example));
        assertThat(PLAN.system(new SystemId("victim-support")).owner()).isEqualTo(new RoleId("policy-department"));
    }

    @Test
    void each_kind_of_event_has_its_manual() {
        assertThat(manual("earthquake")).isEqualTo("M1 地震編");
        assertThat(manual("wind-flood")).isEqualTo("M2 風水害編");
        assertThat(manual("security-incident"))
                .isEqualTo(manual("system-failure"))
                .isEqualTo("M3 情報セキュリティ事象編");
        assertThat(manual("power-outage")).isEqualTo("T1 電源復旧手順(停電対応)");
        assertThat(manual("epidemic")).startsWith("M6 ");
        assertThat(manual("other")).startsWith("M4 ").contains(" M5 ");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void a_manual_that_is_called_is_among_the_documents(EventType event) {
        assertThat(manual(event.code()).split(" 又は "))
                .isSubsetOf(PLAN.documents().stream()
                        .map(document -> document.number() + " " + document.title())
                        .toList());
    }

    @Test
    void six_manuals_are_kept_and_the_plan_on_paper_and_on_every_phone() {
        assertThat(PLAN.documents())
                .filteredOn(document -> document.clause().contains(new ClauseId("KTS-601-01")))
                .hasSize(6);
        assertThat(PLAN.documents().get(0).copies()).hasSize(2);
    }

    @Test
    void three_trainings_and_every_check_come_once_a_year() {
        assertThat(PLAN.trainings()).extracting(Recurring::name).containsExactly("机上訓練", "緊急連絡・安否確認訓練", "システム復旧訓練");
        assertThat(PLAN.trainings()).extracting(Recurring::every).containsOnly(Period.ofYears(1));
        assertThat(PLAN.checks()).extracting(Recurring::every).containsOnly(Period.ofYears(1));
    }

    @Test
    void the_supervisor_approves_the_plan_and_the_manager_the_manuals() {
        assertThat(PLAN.revision().planApprovedBy()).isEqualTo(new RoleId("ict-supervisor"));
        assertThat(PLAN.revision().manualApprovedBy()).isEqualTo(new RoleId("ict-manager"));
    }

    @Test
    void the_lists_are_complete() {
        assertThat(SHIPPED.rows("policies")).hasSize(4);
        assertThat(SHIPPED.rows("risks-earthquake")).hasSize(5);
        assertThat(SHIPPED.rows("risks-wind-flood")).hasSize(4);
        assertThat(SHIPPED.rows("risks-security")).hasSize(3);
        assertThat(SHIPPED.rows("risks-other")).hasSize(12);
        assertThat(SHIPPED.rows("network-environments")).hasSize(3);
        assertThat(SHIPPED.rows("reference-materials")).hasSize(5);
        assertThat(SHIPPED.rows("glossary")).hasSize(25 + 2);
    }

    private static List<PersonId> holders(String role) {
        return PLAN.role(new RoleId(role)).holders();
    }

    private static List<String> duties(String role, String structure) {
        return PLAN.role(new RoleId(role)).parts().stream()
                .filter(part -> part.structure().equals(structure))
                .findFirst()
                .orElseThrow()
                .duties();
    }

    private static VariableMap event(String type, String intensity, boolean headquarters, boolean damage) {
        return Variables.createVariables()
                .putValue("eventType", type)
                .putValue("intensity", intensity)
                .putValue("headquartersSetUp", headquarters)
                .putValue("graveDamage", damage);
    }

    private static String manual(String type) {
        return (String) SHIPPED.asked("manual", event(type, null, false, false)).get("manual");
    }
}
