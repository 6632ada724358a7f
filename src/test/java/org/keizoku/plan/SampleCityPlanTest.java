package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.Structure.Line;
import org.springframework.core.io.ClassPathResource;

/** The ministry's sample city: its forms in full, and who can come at night. */
class SampleCityPlanTest {

    private static final Plan PLAN = plan();

    @Test
    void list_1_1_has_32_rows_for_the_offices_and_9_for_the_school() {
        assertThat(rows("list-1-1-main")).hasSize(32);
        assertThat(rows("list-1-1-school")).hasSize(9);
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
        assertThat(rows("form-2")).hasSize(9);
        assertThat(PLAN.vendors())
                .filteredOn(vendor -> vendor.kind() == Vendor.Kind.MAINTENANCE)
                .hasSize(3)
                .allSatisfy(vendor -> assertThat(vendor.answers()).hasSize(9));
    }

    @Test
    void seven_measures_are_planned_and_ten_weak_points_are_open() {
        assertThat(rows("measures")).hasSize(7);
        assertThat(rows("open-issues-main")).hasSize(7);
        assertThat(rows("open-issues-school")).hasSize(3);
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
    void the_leader_proposes_to_the_cio() {
        assertThat(PLAN.structureFor("earthquake").orElseThrow().lines())
                .contains(new Line("班長(情報システム班)", "最高情報統括責任者(ICT部門責任者)", "提案"));
    }

    private static List<String> numbers(String sheet) {
        return rows(sheet).stream().map(row -> row.get(0)).distinct().toList();
    }

    private static List<List<String>> rows(String sheet) {
        return PLAN.sheets().stream()
                .filter(one -> one.id().equals(sheet))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static Plan plan() {
        String file = "plans/sample-city/plan.yaml";
        try {
            return new PlanFile(file, new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8)).read();
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
