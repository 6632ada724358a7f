package org.keizoku.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.audit.export.Report.Target;
import org.keizoku.plan.Plan;
import org.keizoku.plan.PlanFile;
import org.keizoku.plan.SampleCity;
import org.keizoku.recovery.Recovery;
import org.keizoku.recovery.Recovery.State;

/** What the printed report says of a system whose recovery was cut off. */
class TargetTest {

    private static final Instant AT_02_14 = Instant.parse("2026-01-15T17:14:00Z");
    private static final Instant DUE = AT_02_14.plus(Duration.ofHours(3));

    private final Plan plan = new PlanFile("plan.yaml", SampleCity.with()).read();

    @Test
    void it_says_when_and_judges_the_target_at_that_moment() {
        assertThat(cutOff(DUE).restored()).isEqualTo("中止(1月16日 05:14)");
        assertThat(cutOff(DUE).verdict()).isEqualTo("期限前に中止");
        assertThat(cutOff(DUE.plusSeconds(600)).verdict()).isEqualTo("期限後に中止(10分超過)");
    }

    private Target cutOff(Instant at) {
        var recovery = new Recovery(
                new ActivationNumber("2026-001"),
                plan.systems().get(0).id(),
                State.STOPPED,
                AT_02_14,
                DUE,
                0,
                null,
                null,
                at);
        return Target.of(recovery, plan, DUE.plus(Duration.ofDays(3)));
    }
}
