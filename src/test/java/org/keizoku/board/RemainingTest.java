package org.keizoku.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.keizoku.activation.ActivationNumber;
import org.keizoku.plan.SystemId;
import org.keizoku.recovery.Recovery;
import org.keizoku.recovery.Recovery.State;

/** What is said of a target recovery time: while it runs, and at each end of a recovery, which later moments do not change. */
class RemainingTest {

    private static final Instant AT_02_14 = Instant.parse("2026-01-15T17:14:00Z");
    private static final Instant DUE = AT_02_14.plus(Duration.ofHours(3));
    private static final Instant DAYS_LATER = DUE.plus(Duration.ofDays(3));

    @Test
    void what_runs_has_time_left_and_then_is_late() {
        Recovery running = recovery(State.RECOVERING, null, null);
        assertThat(Remaining.of(running, DUE.minusSeconds(600))).isEqualTo(new Remaining("残り 10分", false, false));
        assertThat(Remaining.of(running, DUE.plusSeconds(600))).isEqualTo(new Remaining("超過 10分", true, false));
    }

    @Test
    void what_is_back_was_in_time_or_not() {
        assertThat(Remaining.of(recovery(State.FULLY, DUE, null), DAYS_LATER))
                .isEqualTo(new Remaining("時間内に復旧", false, true));
        assertThat(Remaining.of(recovery(State.PARTLY, DUE.plusSeconds(600), null), DAYS_LATER))
                .isEqualTo(new Remaining("復旧(10分超過)", true, false));
    }

    @Test
    void what_was_cut_off_is_judged_at_that_moment() {
        assertThat(Remaining.of(recovery(State.STOPPED, null, DUE), DAYS_LATER))
                .isEqualTo(new Remaining("期限前に中止", false, false));
        assertThat(Remaining.of(recovery(State.STOPPED, null, DUE.plusSeconds(600)), DAYS_LATER))
                .isEqualTo(new Remaining("期限後に中止(10分超過)", true, false));
    }

    private static Recovery recovery(State state, Instant restoredAt, Instant stoppedAt) {
        return new Recovery(
                new ActivationNumber("2026-001"),
                new SystemId("mail"),
                state,
                AT_02_14,
                DUE,
                0,
                null,
                restoredAt,
                stoppedAt);
    }
}
