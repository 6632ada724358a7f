package org.keizoku.plan.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.keizoku.plan.PlanFinding.Severity.ERROR;
import static org.keizoku.plan.PlanFinding.Severity.WARNING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.PlanFinding;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Processes and decision tables beside the plan file. */
class OwnTablesTest {

    private final SoundPlan plan = SoundPlan.unchanged().and("tables: {regime: our-regime}");

    @Test
    void a_table_beside_the_plan_is_found_by_its_id() throws IOException {
        assertThat(lintWith("our-regime", "our-regime")).isEmpty();
    }

    @Test
    void a_process_beside_the_plan_is_found_by_its_name() {
        assertThat(SoundPlan.unchanged()
                        .and("procedures: {ict-continuity: our-continuity}")
                        .findingsBeside(file("our-continuity.bpmn", "")))
                .isEmpty();
    }

    @Test
    void a_file_that_is_no_table_is_named() {
        assertThat(SoundPlan.unchanged().findingsBeside(file("half.dmn", "<definitions")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("unreadable-table");
                    assertThat(finding.severity()).isEqualTo(ERROR);
                    assertThat(finding.message()).contains("half.dmn");
                });
    }

    @Test
    void a_regime_that_the_procedures_do_not_know() throws IOException {
        assertThat(lintWith("\"automatic\"", "\"at-once\""))
                .extracting(PlanFinding::rule, PlanFinding::severity, PlanFinding::message)
                .containsExactly(tuple("regime-table", ERROR, "体制の判定表「our-regime」は、地震で体制「at-once」を返しますが、手順はこれを知りません"));
    }

    @Test
    void a_report_that_no_row_answers() throws IOException {
        assertThat(lintWith("not(\"nothing\")", "not(\"epidemic\")"))
                .extracting(PlanFinding::rule, PlanFinding::severity, PlanFinding::message)
                .containsExactly(tuple("regime-table", ERROR, "体制の判定表「our-regime」は、感染症でどの行にも当てはまらない場合があります"));
    }

    @Test
    void a_role_that_assembles_and_does_not_exist() throws IOException {
        assertThat(lintWith("\"team\"", "\"everybody\""))
                .extracting(PlanFinding::rule, PlanFinding::severity, PlanFinding::message)
                .containsExactly(
                        tuple("regime-table", ERROR, "体制の判定表「our-regime」は、地震で役割「everybody」を参集させますが、rolesにありません"));
    }

    @Test
    void a_way_to_attend_that_the_procedures_do_not_know() throws IOException {
        assertThat(lintWith("\"assemble\"", "\"fly\""))
                .extracting(PlanFinding::rule, PlanFinding::severity, PlanFinding::message)
                .containsExactly(tuple("regime-table", ERROR, "体制の判定表「our-regime」は、地震で参集の方法「fly」を返しますが、手順はこれを知りません"));
    }

    @Test
    void an_event_without_a_manual() throws IOException {
        String table = Files.readString(Path.of("processes/decisions/manual.dmn"))
                .replace("id=\"manual\"", "id=\"our-manual\"")
                .replace(
                        "<inputEntry id=\"Entry_any_1\"><text>", "<inputEntry id=\"Entry_any_1\"><text>not(\"other\")");

        assertThat(SoundPlan.unchanged().and("tables: {manual: our-manual}").findingsBeside(file("manual.dmn", table)))
                .extracting(PlanFinding::rule, PlanFinding::severity, PlanFinding::message)
                .containsExactly(tuple("manual-table", ERROR, "手順書の判定表「our-manual」は、その他の手順書を一つに決められません"));
    }

    @Test
    void a_role_that_hears_of_it_and_does_not_exist() {
        assertThat(SoundPlan.unchanged()
                        .and("tables: {response-course: national-agency-response-course}")
                        .findings())
                .extracting(PlanFinding::rule, PlanFinding::severity)
                .containsOnly(tuple("course-table", ERROR));
    }

    @Test
    void a_course_that_no_row_sets() throws IOException {
        String table = Files.readString(Path.of("processes/decisions/response-course.dmn"))
                .replace("id=\"response-course\"", "id=\"our-course\"")
                .replace(
                        "<inputEntry id=\"Entry_outOfHours_1\"><text>",
                        "<inputEntry id=\"Entry_outOfHours_1\"><text>true");

        assertThat(SoundPlan.unchanged()
                        .and("tables: {response-course: our-course}")
                        .findingsBeside(file("course.dmn", table)))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo("course-table");
                    assertThat(finding.message()).contains("どの行にも当てはまらない");
                });
    }

    @Test
    void a_recovery_whose_way_no_row_gives() throws IOException {
        String table = Files.readString(Path.of("processes/decisions/recovery-way.dmn"))
                .replace("id=\"recovery-way\"", "id=\"our-way\"")
                .replace("<inputEntry id=\"Entry_own_1\"><text>", "<inputEntry id=\"Entry_own_1\"><text>true");

        assertThat(SoundPlan.unchanged().and("tables: {recovery-way: our-way}").findingsBeside(file("way.dmn", table)))
                .extracting(PlanFinding::rule, PlanFinding::severity)
                .containsExactly(tuple("recovery-table", ERROR));
    }

    @Test
    void a_system_on_a_list_whose_conditions_it_does_not_meet() {
        SoundPlan listed = SoundPlan.unchanged()
                .with(
                        "    dependsOn: [network]\n  - id: mail",
                        "    dependsOn: [network]\n    order: {failure: 1}\n  - id: mail");

        assertThat(listed.findings()).isEmpty();
        listed.and("tables: {priority-listing: kodaira-priority-listing}")
                .breaksOnly("priority-listing", WARNING, "order: {failure: 1}");
    }

    @Test
    void a_condition_that_is_no_expression() throws IOException {
        assertThat(lintWith("not(\"nothing\")", "not(\"nothing\""))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("regime-table");
                    assertThat(finding.message()).contains("判定できません");
                });
    }

    @Test
    void an_event_that_is_only_watched_however_grave() throws IOException {
        assertThat(lintWith("\"head-decides\"", "\"monitor\""))
                .extracting(PlanFinding::rule, PlanFinding::severity, PlanFinding::line)
                .hasSize(6)
                .containsOnly(tuple("event-unanswered", WARNING, plan.lineOf("tables: {regime")));
    }

    private List<PlanFinding> lintWith(String words, String others) throws IOException {
        String table = new ClassPathResource("plans/our-regime.dmn").getContentAsString(StandardCharsets.UTF_8);
        assertThat(table).contains(words);
        return plan.findingsBeside(file("regime.dmn", table.replace(words, others)));
    }

    private static Resource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
