package org.keizoku.board;

import java.time.Duration;
import java.time.Instant;
import org.keizoku.platform.JapanTime;
import org.keizoku.recovery.Recovery;
import org.keizoku.recovery.Verdict;

/** What is left of a target recovery time, in words: colour alone tells nothing to who cannot see it. */
record Remaining(String text, boolean late, boolean kept) {

    static Remaining of(Recovery recovery, Instant now) {
        Verdict verdict = recovery.verdict(now);
        String span = span(recovery.rtoDueAt(), recovery.until(now));
        String text =
                switch (verdict) {
                    case UNDER_WAY -> "残り " + span;
                    case OVERDUE -> "超過 " + span;
                    case KEPT -> "時間内に復旧";
                    case MISSED -> "復旧(" + span + "超過)";
                    case STOPPED_BEFORE -> verdict.label();
                    case STOPPED_AFTER -> verdict.label() + "(" + span + "超過)";
                };
        return new Remaining(text, verdict.isLate(), verdict == Verdict.KEPT);
    }

    private static String span(Instant due, Instant moment) {
        return JapanTime.span(Duration.between(moment, due));
    }
}
