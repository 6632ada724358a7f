package org.keizoku.plan.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.keizoku.plan.PlanFinding;

/** Whatever somebody does to a plan file: they get findings, never a stack trace, and they need not wait. */
class MutatedPlanTest {

    /** What is read once is not part of the time. */
    @BeforeContainer
    static void begin() {
        SoundPlan.unchanged().findings();
    }

    @Property(tries = 300)
    void cut_copied_and_scribbled_text_is_answered_with_findings(
            @ForAll("textMutations") List<PlanMutation> mutations) {
        String text = SoundPlan.unchanged().text();
        for (PlanMutation mutation : mutations) {
            text = mutation.apply(text);
        }
        isAnswered(text);
    }

    @Property(tries = 500)
    void deleted_repeated_and_replaced_entries_are_answered_with_findings(
            @ForAll("treeMutations") List<TreeMutation> mutations) {
        PlanTree tree = PlanTree.of(SoundPlan.unchanged().text());
        mutations.forEach(mutation -> mutation.apply(tree));
        isAnswered(tree.text());
    }

    @Property(tries = 100)
    void any_text_is_answered_with_findings(@ForAll String text) {
        isAnswered(text);
    }

    private static void isAnswered(String text) {
        List<PlanFinding> findings = Patience.lint(text);

        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.line())
                    .isBetween(1, Math.max(1, (int) text.lines().count() + 1));
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @Provide
    Arbitrary<List<PlanMutation>> textMutations() {
        return Combinators.combine(
                        Arbitraries.of(PlanMutation.Kind.values()),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.of(OddValues.TEXTS))
                .as(PlanMutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<TreeMutation>> treeMutations() {
        return Combinators.combine(
                        Arbitraries.of(TreeMutation.Kind.values()),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(OddValues.VALUES))
                .as(TreeMutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
