package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.Structure.Line;

/** The ministry's sample city: its forms in full, and who can come at night. */
class SampleCityPlanTest {

    private static final ShippedPlan SHIPPED = ShippedPlan.of("sample-city");
    private static final Plan PLAN = SHIPPED.plan();

    @Test
    void a_deputy_acts_in_the_capacity_of_the_group_that_was_asked() {
        var deputy = new PersonId("somu-bucho");

        assertThat(PLAN.capacity(deputy, Set.of("cio-deputy-2", "cio-deputy-1")))
                .contains("最高情報統括責任者 代行者1");
        assertThat(PLAN.capacity(deputy, Set.of("cio"))).isEmpty();
    }

    @Test
    void list_1_1_has_32_rows_for_the_offices_and_9_for_the_school() {
        assertThat(SHIPPED.rows("list-1-1-main")).hasSize(32);
        assertThat(SHIPPED.rows("list-1-1-school")).hasSize(9);
    }

    @Test
    void only_the_resident_register_is_backed_up_far_away() {
        assertThat(PLAN.systems())
                .filteredOn(system ->
                        system.equipment() != null && system.equipment().remoteBackup() != null)
                .extracting(PrioritySystem::id)
                .containsExactly(new SystemId("resident-register"));
    }

    @Test
    void all_five_of_the_team_live_within_10_km_and_seven_in_ten_can_come_within_6_hours() {
        Assembly assembly = PLAN.assembly();

        assertThat(PLAN.role(PLAN.duties().staff()).holders()).hasSize(5).allSatisfy(person -> assertThat(
                        PLAN.person(person).distanceKm())
                .isLessThanOrEqualTo(assembly.reach().withinKm()));
        assertThat(assembly.reach().share()).isEqualTo(0.7);
        assertThat(assembly.deadline()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void a_lower_priority_than_the_recovery_time_gives_has_its_reason() {
        assertThat(PLAN.system(new SystemId("resident-register")).priorityReason())
                .contains("目標開始時間B");
        assertThat(PLAN.system(new SystemId("network")).priorityReason()).isNull();
    }

    @Test
    void each_of_the_three_companies_answers_nine_questions() {
        assertThat(SHIPPED.rows("form-2")).hasSize(9);
        assertThat(PLAN.vendors())
                .filteredOn(vendor -> vendor.kind() == Vendor.Kind.MAINTENANCE)
                .hasSize(3)
                .allSatisfy(vendor -> assertThat(vendor.answers()).hasSize(9));
    }

    @Test
    void seven_measures_are_planned_and_ten_weak_points_are_open() {
        assertThat(SHIPPED.rows("measures")).hasSize(7);
        assertThat(SHIPPED.rows("open-issues-main")).hasSize(7);
        assertThat(SHIPPED.rows("open-issues-school")).hasSize(3);
    }

    @Test
    void the_worksheets_name_five_systems_for_the_first_task_and_ten_for_the_second() {
        assertThat(numbers("form-7-1")).hasSize(5);
        assertThat(numbers("form-7-2-1")).hasSize(5);
        assertThat(numbers("form-7-2-2")).hasSize(10);
    }

    @Test
    void the_items_to_carry_out_are_inspected_every_month() {
        assertThat(PLAN.checks())
                .filteredOn(check -> check.id().equals("carry-out"))
                .extracting(Recurring::every)
                .containsExactly(Period.ofMonths(1));
    }

    @Test
    void each_system_has_a_manual_for_operation_and_one_for_failures() {
        assertThat(PLAN.systems()).allSatisfy(system -> assertThat(PLAN.documentsOn(system.id()))
                .filteredOn(PlanDocument::isManual)
                .extracting(document -> document.title().replaceFirst(".* ", ""))
                .containsExactly("操作手順書", "障害対応手順"));
    }

    @Test
    void the_detailed_damage_sheet_asks_seven_points_of_every_computer_and_pings_eight_places() {
        assertThat(SHIPPED.rows("form-12-environment")).hasSize(5);
        assertThat(SHIPPED.rows("form-12-devices"))
                .hasSameSizeAs(SHIPPED.rows("computers"))
                .allSatisfy(row -> assertThat(row.subList(2, 9)).hasSize(7).containsOnly("あり・なし"));
        assertThat(SHIPPED.rows("form-12-devices").stream()
                        .map(row -> row.get(0).split(" ")[0]))
                .containsExactlyElementsOf(SHIPPED.rows("computers").stream()
                        .map(row -> row.get(0))
                        .toList());
        assertThat(SHIPPED.rows("form-12-network")).hasSize(8);
    }

    @Test
    void seventeen_forms_are_kept_and_each_sheet_that_the_list_names_is_there() {
        assertThat(SHIPPED.rows("forms")).hasSize(17).allSatisfy(row -> assertThat(
                        Pattern.compile("(?:form|list)-[0-9a-z-]+")
                                .matcher(row.get(2))
                                .results()
                                .map(MatchResult::group))
                .isSubsetOf(PLAN.sheets().stream().map(Sheet::id).toList()));
        assertThat(SHIPPED.rows("form-16-monthly")).hasSize(6);
        assertThat(SHIPPED.rows("form-16-yearly")).hasSize(10);
        assertThat(SHIPPED.rows("form-17")).hasSize(4);
    }

    @Test
    void the_head_and_the_deputies_keep_a_copy_at_home() {
        assertThat(PLAN.documents())
                .filteredOn(document -> document.homeCopiesOf() != null)
                .extracting(PlanDocument::homeCopiesOf)
                .containsExactly(PLAN.duties().head());
    }

    @Test
    void the_leader_proposes_to_the_cio() {
        assertThat(PLAN.structureFor("earthquake").orElseThrow().lines())
                .contains(new Line("班長(情報システム班)", "最高情報統括責任者(ICT部門責任者)", "提案"));
    }

    private static List<String> numbers(String sheet) {
        return SHIPPED.rows(sheet).stream().map(row -> row.get(0)).distinct().toList();
    }
}
