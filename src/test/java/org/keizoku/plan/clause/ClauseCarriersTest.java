package org.keizoku.plan.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.clause.Carrier.Kind;
import org.springframework.core.io.ByteArrayResource;

/** The files that are deployed, read for the clauses that they name. */
class ClauseCarriersTest {

    private static final String TABLE =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
              <decision id="%s" name="村の判定">
                <description>村の決まり(KDR-000-01)</description>
                <decisionTable>
                  <rule><description>震度4以上で参集(SMP-802-02, KTS-000-01)</description></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    @Test
    void an_element_of_a_procedure_is_named_with_its_procedure_and_without_what_varies() {
        assertThat(carriers("sample-city", new ClauseCarriers(List.of())).get("SMP-80402-02"))
                .contains(new Carrier(Kind.PROCEDURE, "初動対応 → 現地を調べる", null));
    }

    @Test
    void a_procedure_carries_by_itself_too() {
        assertThat(carriers("sample-city", new ClauseCarriers(List.of())).get("SMP-803-01"))
                .contains(new Carrier(Kind.PROCEDURE, "初動対応", null));
    }

    @Test
    void a_row_of_a_decision_table_is_named_by_its_reason() {
        assertThat(carriers("sample-city", new ClauseCarriers(List.of())).get("SMP-802-02"))
                .contains(new Carrier(Kind.TABLE, "体制の判定 → 設置基準1: 震度5弱以上は自動設置", null));
    }

    @Test
    void a_form_is_named_by_the_task_that_shows_it() {
        assertThat(carriers("sample-city", new ClauseCarriers(List.of())).get("SMP-801-33"))
                .extracting(Carrier::kind, Carrier::name)
                .contains(tuple(Kind.FORM, "復旧を確認する"));
    }

    @Test
    void a_table_of_another_plan_carries_nothing_for_this_one() {
        var carriers = withTable("village-regime");

        assertThat(carriers("whole-plan", carriers).get("KTS-000-01"))
                .containsExactly(new Carrier(Kind.TABLE, "村の判定 → 震度4以上で参集", null));
        assertThat(carriers("whole-plan", carriers).get("KDR-000-01"))
                .containsExactly(new Carrier(Kind.TABLE, "村の判定", null));
        assertThat(carriers("whole-plan", withTable("other-regime"))).doesNotContainKey("KTS-000-01");
    }

    @Test
    void what_the_application_carries_by_itself_names_a_clause_of_the_catalogue_and_the_test_that_proves_it() {
        assertThat(ApplicationClauses.entries()).isNotEmpty().allSatisfy(entry -> {
            assertThat(Clauses.find(new ClauseId(entry.clause()))).isPresent();
            assertThat(entry.how()).isNotBlank();
            assertThat(Class.forName(entry.proof()).getDeclaredMethods())
                    .anyMatch(method -> method.isAnnotationPresent(Test.class));
        });
        assertThat(carriers("sample-city", new ClauseCarriers(List.of())).get("MNT-557-01"))
                .contains(new Carrier(Kind.APPLICATION, "記録(誰が・いつ・何をしたか)", null));
    }

    private static ClauseCarriers withTable(String decision) {
        var table = new ByteArrayResource(TABLE.formatted(decision).getBytes(StandardCharsets.UTF_8));
        return new ClauseCarriers(List.of(() -> Map.of("plans/village/regime.dmn", table)));
    }

    private static Map<String, List<Carrier>> carriers(String plan, ClauseCarriers carriers) {
        return carriers.under(plan(plan));
    }

    private static Plan plan(String name) {
        Path file = name.equals("whole-plan")
                ? Path.of("src/test/resources/samples/whole-plan.yaml")
                : Path.of("src/main/resources/plans/%s/plan.yaml".formatted(name));
        try {
            return new PlanFile(file.toString(), Files.readString(file)).read();
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
