package org.keizoku.board;

import java.time.Duration;
import java.time.Instant;
import org.keizoku.platform.JapanTime;
import org.keizoku.recovery.Recovery;

/** What is left of a target recovery time, in words: colour alone tells nothing to who cannot see it. */
record Remaining(String text, boolean late, boolean kept) {

    static Remaining of(Recovery recovery, Instant now) {
        boolean late = !recovery.isWithinRto(now);
        String span = span(recovery.rtoDueAt(), recovery.until(now));
        if (recovery.isRestored()) {
            return new Remaining(late ? "復旧(" + span + "超過)" : "時間内に復旧", late, !late);
        }
        if (recovery.isStopped()) {
            return new Remaining(late ? "中止(" + span + "超過)" : "期限前に中止", late, false);
        }
        return new Remaining((late ? "超過 " : "残り ") + span, late, false);
    }

    private static String span(Instant due, Instant moment) {
        return JapanTime.span(Duration.between(moment, due));
    }
}
