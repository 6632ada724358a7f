package org.keizoku.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation.State;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.Plans;

/** Plan 1 names clauses of its own documents, plan 2 is in force and names none. */
class ActivationBasisTest {

    private static final Instant THEN = Instant.parse("2026-01-04T17:14:00Z");

    private final Activations activations = mock();
    private final Plans plans = mock();
    private final ActivationBasis basis = new ActivationBasis(activations, plans);

    @BeforeEach
    void an_activation_runs_plan_1() throws IOException {
        var number = new ActivationNumber("2026-001");
        when(activations.find(number))
                .thenReturn(Optional.of(new Activation(
                        number, "earthquake", Map.of(), THEN, THEN, "joho1", null, State.OPEN, null, 1)));
        when(plans.inForceVersion()).thenReturn(2L);
        when(plans.version(1)).thenReturn(plan(text -> text));
        when(plans.version(2)).thenReturn(plan(text -> text.replaceAll(",?\\s*clause: \\[[^]]*]", "")));
    }

    @Test
    void of_several_clauses_those_of_the_documents_that_the_activations_plan_names_are_shown() {
        assertThat(basis.of("2026-001", List.of("KTS-000-01", "SMP-802-06")))
                .hasValueSatisfying(line -> assertThat(line).contains("総務省サンプル").doesNotContain("葛飾区"));
    }

    @Test
    void a_step_that_comes_from_another_document_only_says_so() {
        assertThat(basis.of("2026-001", List.of("KTS-000-01")))
                .hasValueSatisfying(line -> assertThat(line).startsWith("根拠: 葛飾区"));
    }

    @Test
    void where_the_plan_names_no_document_every_clause_is_shown() {
        assertThat(basis.of(null, List.of("KTS-000-01", "SMP-802-06")))
                .hasValueSatisfying(line -> assertThat(line).contains("葛飾区", "総務省サンプル"));
        assertThat(basis.of("no activation", List.of("KTS-000-01"))).isPresent();
    }

    @Test
    void what_is_no_clause_stops_nobody() {
        assertThat(basis.of("2026-001", List.of("", "SMP-999-99", "whatever"))).isEmpty();
    }

    private static Plan plan(UnaryOperator<String> change) throws IOException {
        Path file = Path.of("src/main/resources/plans/sample-city/plan.yaml");
        return new PlanFile(file.toString(), change.apply(Files.readString(file))).read();
    }
}
