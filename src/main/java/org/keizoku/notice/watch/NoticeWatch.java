package org.keizoku.notice.watch;

import java.time.Duration;
import org.keizoku.platform.BackgroundLook;
import org.springframework.stereotype.Component;

/**
 * Looks every 20 seconds whether the notices go as planned, on a thread of its own on every node, so that it outlives a dispatcher that
 * stopped: what is found late or silent is with the operator within the minute. Each minute of no trouble it gives a sign of life.
 */
@Component
class NoticeWatch extends BackgroundLook {

    private static final Duration EVERY = Duration.ofSeconds(20);

    /** Of the looks in a row that found nothing, every third gives a sign: once a minute. */
    private static final int LOOKS_BETWEEN_SIGNS = 3;

    private final NoticeGaps gaps;
    private final LifeSign lifeSign;

    private int soundLooks;

    NoticeWatch(WatchSettings settings, NoticeGaps gaps, LifeSign lifeSign) {
        // The first look comes after the dispatcher has had time to begin.
        super("notice-watch", settings.watching(), EVERY, EVERY);
        this.gaps = gaps;
        this.lifeSign = lifeSign;
    }

    @Override
    protected void look() {
        if (!gaps.reconcile()) {
            soundLooks = 0;
        } else if (soundLooks++ % LOOKS_BETWEEN_SIGNS == 0) {
            lifeSign.give();
        }
    }
}
