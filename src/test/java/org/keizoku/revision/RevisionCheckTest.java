package org.keizoku.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keizoku.plan.ClauseId;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.PlanFinding;
import org.keizoku.plan.RoleId;
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

    private static final String MANUAL = "title: 住民情報システム 操作手順書, kind: manual,";

    @Test
    void a_revised_manual_says_what_is_new_in_it() {
        String next = SampleCity.with("version: '1.0'", "version: '2.0'", MANUAL, MANUAL + " version: '2',");

        assertThat(check(next).findings())
                .filteredOn(PlanFinding::isError)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.clause()).contains(new ClauseId("KTS-603-04"));
                    assertThat(next.lines().toList().get(finding.line() - 1)).contains("住民情報システム 操作手順書");
                    assertThat(finding.remedy()).contains("changes");
                });
        assertThat(check(next.replace(MANUAL, MANUAL + " changes: 起動の順を改めた,")).passed())
                .isTrue();
    }

    @Test
    void the_first_version_of_a_manual_needs_no_such_word() {
        assertThat(check(SampleCity.with(
                                "version: '1.0'",
                                "version: '2.0'",
                                "documents:\n",
                                "documents:\n  - {number: '99', title: 新しい手順書, kind: manual}\n"))
                        .passed())
                .isTrue();
    }

    @Test
    void what_changes_manuals_alone_is_for_who_approves_manuals() {
        String manual =
                SampleCity.with("version: '1.0'", "version: '2.0'", MANUAL, MANUAL + " version: '2', changes: 起動の順,");

        assertThat(RevisionScope.of(BASE, manual)).isEqualTo(RevisionScope.MANUALS);
        assertThat(RevisionScope.MANUALS.approvedBy(BASE)).isEqualTo(new RoleId("team-leader"));
        assertThat(RevisionScope.of(BASE, manual.replace("quorum: 0.6", "quorum: 0.5")))
                .isEqualTo(RevisionScope.PLAN);
        assertThat(RevisionScope.of(BASE, manual.replace("title: ICT部門業務継続計画", "title: 計画")))
                .isEqualTo(RevisionScope.PLAN);
        assertThat(RevisionScope.of(BASE, SampleCity.with("version: '1.0'", "version: '2.0'")))
                .isEqualTo(RevisionScope.PLAN);
        assertThat(RevisionScope.of(BASE, "no plan")).isEqualTo(RevisionScope.PLAN);
        assertThat(RevisionScope.PLAN.approvedBy(BASE)).isEqualTo(new RoleId("cio"));
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
