package org.keizoku.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.Activation;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.activation.Activations;
import org.keizoku.assembly.Answers;
import org.keizoku.assembly.Tally;
import org.keizoku.downgrade.Downgrade;
import org.keizoku.downgrade.Downgrade.State;
import org.keizoku.downgrade.DowngradeSummary;
import org.keizoku.downgrade.Downgrades;
import org.keizoku.downgrade.Request;
import org.keizoku.plan.Matter;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.SampleCity;
import org.keizoku.plan.SystemId;
import org.keizoku.recovery.Recoveries;
import org.keizoku.recovery.Recovery;

/** What every report says of systems whose recovery was cut off, and of security that stands lowered. */
class ReportTextTest {

    private static final ActivationNumber NUMBER = new ActivationNumber("2026-001");
    private static final Instant AT_02_14 = Instant.parse("2026-01-15T17:14:00Z");
    private static final Instant AT_08_14 = AT_02_14.plusSeconds(6 * 3600);

    private final Activations activations = mock();
    private final Answers answers = mock();
    private final Recoveries recoveries = mock();
    private final Downgrades downgrades = mock();
    private final DowngradeSummary lowered = mock();

    @BeforeEach
    void an_earthquake() {
        when(activations.get(NUMBER))
                .thenReturn(new Activation(
                        NUMBER,
                        "earthquake",
                        Map.of("intensity", "6-lower"),
                        AT_02_14,
                        AT_02_14,
                        "unyo",
                        "automatic",
                        Activation.State.OPEN,
                        null,
                        1));
        when(answers.tally(NUMBER)).thenReturn(new Tally(List.of(), Set.of(), Set.of(), Map.of()));
    }

    @Test
    void what_is_lowered_stands_on_every_report_with_its_end() {
        when(downgrades.of(NUMBER)).thenReturn(List.of(downgrade(7, State.IN_FORCE), downgrade(8, State.ENDED)));

        assertThat(text(AT_08_14.minusSeconds(60)).now(NUMBER))
                .contains("セキュリティの一時引下げ:\n- 第7号 アクセス権の一時開放: 引下げ中、期限1月16日 08:14")
                .doesNotContain("期限超過", "第8号");
        assertThat(text(AT_08_14).now(NUMBER)).contains("期限1月16日 08:14、期限超過");
    }

    @Test
    void where_nothing_is_lowered_nothing_is_said() {
        when(downgrades.of(NUMBER)).thenReturn(List.of(downgrade(7, State.REQUESTED), downgrade(8, State.RESTORED)));

        assertThat(text(AT_08_14).now(NUMBER)).doesNotContain("一時引下げ");
    }

    @Test
    void the_after_action_record_lists_what_was_lowered_or_says_that_nothing_was() {
        when(lowered.of(NUMBER)).thenReturn(List.of("- 第7号", "- 第8号"));
        assertThat(text(AT_08_14).attainment(NUMBER)).endsWith("セキュリティの一時引下げなど:\n- 第7号\n- 第8号");

        when(lowered.of(NUMBER)).thenReturn(List.of());
        assertThat(text(AT_08_14).attainment(NUMBER)).endsWith("セキュリティの一時引下げなど:\n- なし");
    }

    @Test
    void a_recovery_that_was_cut_off_is_neither_attained_nor_still_expected() {
        Plan plan = new PlanFile("plan.yaml", SampleCity.with()).read();
        var system = plan.systems().get(0);
        when(activations.planOf(NUMBER)).thenReturn(plan);
        when(recoveries.of(NUMBER)).thenReturn(List.of(cutOff(system.id(), AT_02_14.plusSeconds(3600), AT_08_14)));
        assertThat(text(AT_08_14.plusSeconds(60)).now(NUMBER))
                .contains("- %s: 中止(1月16日 03:14)、期限1月16日 08:14".formatted(system.name()))
                .doesNotContain("見込み", "期限超過");
        assertThat(text(AT_08_14.plusSeconds(60)).attainment(NUMBER)).contains("実績 未復旧 → 期限前に中止(中止(1月16日 03:14))");

        when(recoveries.of(NUMBER)).thenReturn(List.of(cutOff(system.id(), AT_08_14, AT_08_14.minusSeconds(60))));
        assertThat(text(AT_08_14).attainment(NUMBER)).contains("実績 未復旧 → 期限後に中止(中止(1月16日 08:14))");
    }

    private static Recovery cutOff(SystemId system, Instant at, Instant due) {
        return new Recovery(NUMBER, system, Recovery.State.STOPPED, AT_02_14, due, 1, AT_08_14, null, at);
    }

    private ReportText text(Instant now) {
        return new ReportText(activations, answers, recoveries, downgrades, lowered, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Downgrade downgrade(long number, State state) {
        Request request =
                new Request(NUMBER, Matter.ACCESS_RIGHT, null, "台帳", "理由", "対策", "戻し方", "情報システム班", AT_08_14, false);
        return new Downgrade(number, request, "joho1", AT_02_14, AT_08_14, state, null, AT_02_14, null, null);
    }
}
