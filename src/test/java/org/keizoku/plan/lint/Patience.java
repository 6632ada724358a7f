package org.keizoku.plan.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.keizoku.plan.PlanFinding;

/** A lint that takes a minute is a lint that nobody waits for: at most 5 s of the processor, however busy the machine is with others. */
final class Patience {

    private static final Duration PROCESSOR = Duration.ofSeconds(5);
    private static final Duration HANGS = Duration.ofSeconds(90);

    private Patience() {}

    static List<PlanFinding> lint(String plan) {
        return assertTimeoutPreemptively(
                HANGS,
                () -> {
                    long began = spent();
                    var findings = PlanLint.lint("plan.yaml", plan);
                    assertThat(Duration.ofNanos(spent() - began)).isLessThanOrEqualTo(PROCESSOR);
                    return findings;
                },
                () -> plan);
    }

    private static long spent() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
