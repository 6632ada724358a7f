package org.keizoku.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keizoku.approval.DecisionModel;
import org.keizoku.assembly.AssemblyModel;
import org.keizoku.recovery.InitialResponseModel;
import org.keizoku.testing.KeizokuTest;
import org.keizoku.testing.Night;
import org.springframework.beans.factory.annotation.Autowired;

/** A task says to whoever has to do it under which clause of the plan it stands. */
@KeizokuTest
class BasisTest {

    @Autowired
    Night night;

    @Autowired
    City city;

    @Test
    void a_task_ends_with_the_clauses_of_its_element() {
        String number = city.earthquake("6-lower", "2026-01-16T01:20:00+09:00");

        assertThat(description(number, AssemblyModel.CONFIRM_ASSEMBLY))
                .containsExactly(
                        "班員の安否と参集の見込みを状況ページで確認し、責任者に報告してから完了してください。全員の回答がそろうと自動で終わります。",
                        "根拠: 総務省サンプル 8(1) 班長の安否状況の報告、8(2)イ(イ)(a) 自分の状態と参集予想時刻の報告");
    }

    @Test
    void of_many_clauses_three_are_shown_and_the_rest_is_counted() {
        String number = city.earthquake("6-lower", "2026-01-16T00:47:00+09:00");
        city.decides("ict-bucho", number, "survey", "");

        assertThat(night.tasks(number, InitialResponseModel.SURVEY_SITE))
                .isNotEmpty()
                .allSatisfy(survey ->
                        assertThat(survey.getDescription()).containsPattern("\n根拠: 総務省サンプル 8\\(4\\).* ほか1件$"));
    }

    /** SMP-80402-01 is what the plan gives for taking command, SMP-801-30 what the step of deciding gives. */
    @Test
    void a_decision_names_the_clause_of_the_plan_before_that_of_its_step() {
        String number = city.earthquake("6-lower", "2026-01-16T00:48:00+09:00");

        assertThat(description(number, DecisionModel.DECIDE))
                .last()
                .asString()
                .startsWith("根拠: 総務省サンプル 8(4)")
                .contains("、8(1)");
    }

    private List<String> description(String number, String step) {
        return night.task(number, step).getDescription().lines().toList();
    }
}
