package org.keizoku.notice.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keizoku.platform.JapanTime;

/**
 * Where what happened is behind what was planned.
 *
 * @param late how many notices no provider has taken in time
 * @param oldest when the oldest of them was planned
 * @param silentSince the last sign of life of any dispatcher, where it is too long ago
 */
record Gap(long late, Optional<Instant> oldest, Optional<Instant> silentSince) {

    boolean isNone() {
        return late == 0 && silentSince.isEmpty();
    }

    /** As the operator reads it. */
    String told() {
        List<String> told = new ArrayList<>();
        silentSince.ifPresent(since -> told.add("通知の送信処理が %s から止まっています。".formatted(JapanTime.plain(since))));
        oldest.ifPresent(
                planned -> told.add("引き渡せていない通知が %d 件あります(最も古いものの予定は %s)。".formatted(late, JapanTime.plain(planned))));
        return String.join("", told);
    }
}
