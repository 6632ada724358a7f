package org.keizoku.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keizoku.plan.AuditProgramme;
import org.keizoku.plan.RoleId;

class AuditDeadlineTest {

    private static final Instant BY = Instant.parse("2026-01-30T08:00:00Z");
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    @Test
    void the_plan_says_how_long_before_somebody_is_reminded() {
        assertThat(AuditWatch.deadline(BY, reminding(Duration.ofDays(2))).next(Instant.EPOCH))
                .isEqualTo(BY.minus(Duration.ofDays(2)));
    }

    @Test
    void a_plan_that_does_not_say_it_tells_at_the_deadline_only() {
        assertThat(AuditWatch.deadline(BY, reminding(null)).next(Instant.EPOCH)).isEqualTo(BY);
    }

    private static AuditProgramme reminding(Duration before) {
        RoleId any = new RoleId("any");
        return new AuditProgramme(
                Period.ofYears(1),
                any,
                any,
                any,
                List.of(any),
                FORTNIGHT,
                FORTNIGHT,
                FORTNIGHT,
                FORTNIGHT,
                before,
                Duration.ofDays(7),
                false,
                List.of());
    }
}
