package org.keizoku.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keizoku.plan.SecurityStandard.Approval;
import org.keizoku.plan.SecurityStandard.Level;
import org.keizoku.plan.SecurityStandard.Office;
import org.keizoku.plan.SecurityStandard.Separation;
import org.keizoku.plan.clause.Clauses;
import org.springframework.core.io.ClassPathResource;

/** The shipped security standard: its offices, levels and approvals, and that plans fill every office. */
class SecurityStandardTest {

    private static final SecurityStandard MINATO =
            SecurityStandards.find("minato").orElseThrow();

    @Test
    void the_shipped_standard_is_complete() {
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            assertThat(factory.getValidator().validate(MINATO)).isEmpty();
        }
    }

    @Test
    void every_approver_and_every_deputy_is_an_office() {
        assertThat(MINATO.approvals()).allSatisfy(approval -> assertThat(MINATO.office(approval.approver()))
                .isPresent());
        assertThat(MINATO.offices())
                .filteredOn(office -> office.deputy() != null)
                .isNotEmpty()
                .allSatisfy(office -> assertThat(MINATO.office(office.deputy())).isPresent());
    }

    @Test
    void the_deputy_chief_acts_when_the_chief_cannot() {
        assertThat(MINATO.office("chief-officer").orElseThrow().deputy()).isEqualTo("deputy-chief-officer");
    }

    @Test
    void personal_data_and_passwords_are_of_level_3_and_the_rest_of_level_1() {
        assertThat(MINATO.levels()).extracting(Level::level).containsExactly(3, 2, 1);
        assertThat(MINATO.levels().get(0).definition()).contains("個人情報", "情報システムのパスワード・システム設定情報");
        assertThat(MINATO.levels().get(2).definition()).containsExactly("その他の区政情報");
    }

    @ParameterizedTest
    @CsvSource({
        "copy-or-send, security-officer",
        "take-out, security-officer",
        "private-devices, chief-system-manager",
        "alter-computer, system-manager",
        "change-main-network, chief-system-manager",
        "main-network-to-outside, council",
        "other-network-to-outside, chief-system-manager"
    })
    void each_matter_has_its_approver(String matter, String approver) {
        assertThat(approval(matter).approver()).isEqualTo(approver);
    }

    @Test
    void only_information_of_levels_3_and_2_needs_an_approval_to_be_copied_or_thrown_away() {
        assertThat(MINATO.approvals())
                .filteredOn(approval -> !approval.levels().isEmpty())
                .extracting(Approval::id)
                .containsExactly("copy-or-send", "dispose-media", "dispose-papers");
        assertThat(approval("copy-or-send").levels()).containsExactly(3, 2);
    }

    @Test
    void nobody_approves_or_audits_what_is_their_own() {
        assertThat(MINATO.separations())
                .extracting(Separation::one, Separation::other)
                .containsExactly(tuple("申請者", "承認者"), tuple("被監査者", "監査者"));
    }

    @Test
    void its_clauses_are_in_the_catalogue() {
        assertThat(clauses()).isNotEmpty().allSatisfy(clause -> assertThat(Clauses.find(clause))
                .as(clause.value())
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample-city", "national-agency", "katsushika", "kodaira"})
    void a_plan_that_stands_on_it_fills_every_office(String name) {
        Plan plan = new PlanFile(name, text(name)).read();

        assertThat(plan.security().offices().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        MINATO.offices().stream().map(Office::id).toList());
        assertThat(plan.role(plan.security().offices().get("operations-manager"))
                        .holders())
                .hasSizeGreaterThan(1);
    }

    @Test
    void an_unknown_standard_is_named_with_its_line() {
        assertThat(refusals("  standard: minato", "  standard: minako"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("minako");
                    assertThat(finding.line()).isEqualTo(lineOf("  standard: minato"));
                });
    }

    @Test
    void an_unknown_office_is_named_with_its_line() {
        assertThat(refusals("    council: ", "    counsel: ")).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("counsel");
            assertThat(finding.line()).isEqualTo(lineOf("    council: "));
        });
    }

    private static Approval approval(String id) {
        return MINATO.approvals().stream()
                .filter(approval -> approval.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<ClauseId> clauses() {
        return Stream.of(
                        MINATO.offices().stream().map(Office::clause),
                        MINATO.levels().stream().map(Level::clause),
                        MINATO.approvals().stream().map(Approval::clause),
                        MINATO.separations().stream().map(Separation::clause),
                        MINATO.sheets().stream().map(Sheet::clause))
                .flatMap(lists -> lists)
                .flatMap(List::stream);
    }

    private static List<PlanFinding> refusals(String words, String changed) {
        return new PlanFile("plan.yaml", text("sample-city").replace(words, changed)).refusals();
    }

    private static int lineOf(String words) {
        return (int) text("sample-city")
                        .lines()
                        .takeWhile(line -> !line.startsWith(words))
                        .count()
                + 1;
    }

    private static String text(String plan) {
        try {
            return new ClassPathResource("plans/%s/plan.yaml".formatted(plan))
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
