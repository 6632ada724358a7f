package org.keizoku.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.PlanFinding;
import org.keizoku.plan.SampleCity;
import org.keizoku.plan.lint.PlanLint;

class RevisionCheckTest {

    private static final Plan BASE = new PlanFile("plan.yaml", SampleCity.with()).read();

    private static RevisionCheck.Result check(String yaml) {
        return new RevisionCheck(BASE).of(yaml, PlanLint.lint("plan.yaml", yaml));
    }

    @Test
    void the_next_version_of_the_same_plan_passes() {
        var result = check(SampleCity.with("version: '1.0'", "version: '2.0'"));

        assertThat(result.passed()).isTrue();
        assertThat(result.version()).contains("2.0");
    }

    @Test
    void another_version_is_refused_at_its_line_with_the_right_number() {
        var result = check(SampleCity.with("version: '1.0'", "version: '1.1'"));

        assertThat(result.passed()).isFalse();
        assertThat(result.findings().get(0)).satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(5);
            assertThat(finding.message()).contains("「1.1」", "「1.0」");
            assertThat(finding.remedy()).isEqualTo("versionを「2.0」にしてください");
        });
    }

    @Test
    void the_same_version_again_is_refused() {
        assertThat(check(SampleCity.with()).passed()).isFalse();
    }

    @Test
    void another_plan_is_refused() {
        var result = check(SampleCity.with("id: sample-city", "id: other-city", "version: '1.0'", "version: '2.0'"));

        assertThat(result.findings())
                .filteredOn(PlanFinding::isError)
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("sample-city"));
    }

    @Test
    void what_lint_finds_is_found() {
        var result = check(SampleCity.with("version: '1.0'", "version: '2.0'", "above: cio", "above: chief"));

        assertThat(result.passed()).isFalse();
        assertThat(result.findings()).extracting(PlanFinding::message).anyMatch(message -> message.contains("chief"));
    }

    @Test
    void a_text_that_is_no_plan_has_no_version() {
        var result = check("これは計画ではありません");

        assertThat(result.passed()).isFalse();
        assertThat(result.version()).isEmpty();
    }
}
