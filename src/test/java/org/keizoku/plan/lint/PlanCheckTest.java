package org.keizoku.plan.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keizoku.engine.Refused;
import org.keizoku.plan.PlanFinding;
import org.keizoku.plan.Plans;
import org.springframework.core.io.ClassPathResource;

/** Errors stop an activation, warnings do not. */
class PlanCheckTest {

    private static final SoundPlan SOUND = SoundPlan.unchanged();

    private final Plans plans = mock(Plans.class);
    private final PlanCheck check = new PlanCheck(
            plans, List.of(() -> Map.of("plans/our/our-regime.dmn", new ClassPathResource("plans/our-regime.dmn"))));

    @Test
    void a_plan_with_two_errors_cannot_be_activated() {
        inForce(1, SOUND.with("deputies: [kakaricho, shunin]", "deputies: [kakaricho, shunin, kacho, kacho]"));

        assertThatThrownBy(check::insistOnNoError)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("誤りが2件")
                .hasMessageContaining("/plan/lint");
    }

    @Test
    void a_plan_with_a_warning_can() {
        inForce(1, SOUND.with("quorum: 0.3", "quorum: 0.9"));

        assertThat(check.findings()).extracting(PlanFinding::isError).contains(false);
        assertThatCode(check::insistOnNoError).doesNotThrowAnyException();
    }

    @Test
    void a_table_that_is_deployed_is_known() {
        inForce(1, SOUND.and("tables: {regime: our-regime}"));

        assertThat(check.findings()).isEmpty();
    }

    @Test
    void each_version_is_checked_once() {
        inForce(1, SOUND.with("deputies: [kakaricho, shunin]", "deputies: [kakaricho, shunin, kacho]"));
        assertThatThrownBy(check::insistOnNoError).isInstanceOf(Refused.class);
        assertThatThrownBy(check::insistOnNoError).isInstanceOf(Refused.class);
        verify(plans, times(1)).text(1);

        inForce(2, SOUND);
        assertThatCode(check::insistOnNoError).doesNotThrowAnyException();
    }

    private void inForce(long version, SoundPlan plan) {
        when(plans.inForceVersion()).thenReturn(version);
        when(plans.text(version)).thenReturn(plan.text());
    }
}
