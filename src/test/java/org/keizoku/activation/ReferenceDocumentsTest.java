package org.keizoku.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation.State;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.Plans;

/** Activation 2026-001 runs the sample city's plan; the national agency's is in force. */
class ReferenceDocumentsTest {

    private static final Instant THEN = Instant.parse("2026-01-04T17:14:00Z");

    private final Activations activations = mock();
    private final Plans plans = mock();
    private final ReferenceDocuments documents = new ReferenceDocuments(activations, plans);

    @BeforeEach
    void an_activation_runs_the_former_plan() throws IOException {
        var number = new ActivationNumber("2026-001");
        when(activations.find(number))
                .thenReturn(Optional.of(new Activation(
                        number, "earthquake", Map.of(), THEN, THEN, "joho1", null, State.OPEN, null, 1)));
        when(plans.version(1)).thenReturn(plan("sample-city"));
        when(plans.inForce()).thenReturn(plan("national-agency"));
    }

    @Test
    void the_recovery_of_a_system_shows_its_manuals_and_where_their_copies_are() {
        assertThat(documents.of("2026-001", "Task_Recover", Map.of("systemId", "resident-register")::get))
                .contains("参照文書: 11 住民情報システム 操作手順書(情報システム担当執務室の書棚(紙)・本庁舎2階の金庫(紙))、21 住民情報システム 障害対応手順"
                        + "(情報システム担当執務室の書棚(紙)・本庁舎2階の金庫(紙))、31 情報システム設計書・設定書(本庁舎2階の金庫(紙と媒体))");
    }

    @Test
    void a_step_shows_the_documents_of_its_item() {
        assertThat(documents.of(null, "Task_ConfirmAssembly", name -> null))
                .contains("参照文書: 1 情報システム運用継続計画 2.1 参集場所、1 情報システム運用継続計画 2.1 参集要員の一覧");
    }

    @Test
    void where_the_plan_names_none_nothing_is_shown() {
        assertThat(documents.of("2026-001", "Task_ConfirmAssembly", name -> null))
                .isEmpty();
        assertThat(documents.of("2026-001", "Task_Recover", Map.of("systemId", "no-such-system")::get))
                .isEmpty();
    }

    @Test
    void the_plan_of_the_activation_counts_and_not_the_one_in_force() {
        assertThat(documents.of("2026-001", "Task_SurveySite", name -> null)).isEmpty();
        assertThat(documents.of("no activation", "Task_SurveySite", name -> null))
                .contains("参照文書: 2 業務継続計画");
    }

    private static Plan plan(String id) throws IOException {
        Path file = Path.of("src/main/resources/plans/%s/plan.yaml".formatted(id));
        return new PlanFile(file.toString(), Files.readString(file)).read();
    }
}
