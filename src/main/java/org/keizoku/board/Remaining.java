package org.keizoku.board;

import java.time.Duration;
import java.time.Instant;
import org.keizoku.platform.JapanTime;
import org.keizoku.recovery.Recovery;

/** What is left of a target recovery time, in words: colour alone tells nothing to who cannot see it. */
record Remaining(String text, boolean late, boolean kept) {

    static Remaining of(Recovery recovery, Instant now) {
        boolean late = !recovery.isWithinRto(now);
        if (recovery.isRestored()) {
            String over = span(recovery.rtoDueAt(), recovery.restoredAt());
            return new Remaining(late ? "復旧(" + over + "超過)" : "時間内に復旧", late, !late);
        }
        String span = span(recovery.rtoDueAt(), now);
        return new Remaining((late ? "超過 " : "残り ") + span, late, false);
    }

    private static String span(Instant due, Instant moment) {
        return JapanTime.span(Duration.between(moment, due));
    }
}
