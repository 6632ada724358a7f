package org.keizoku.notice.watch;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every 20 seconds whether the notices go as planned, on a thread of its own on every node, so that it outlives a dispatcher that
 * stopped: what is found late or silent is with the operator within the minute. Each minute of no trouble it gives a sign of life.
 */
@Component
class NoticeWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeWatch.class);
    private static final long TICK_SECONDS = 20;
    private static final long LAST_LOOK_MILLIS = 10_000;

    /** Of the looks in a row that found nothing, every third gives a sign: once a minute. */
    private static final int LOOKS_BETWEEN_SIGNS = 3;

    private final WatchSettings settings;
    private final NoticeGaps gaps;
    private final LifeSign lifeSign;
    private final Semaphore stopped = new Semaphore(0);
    private volatile Thread thread;
    private int soundLooks;

    NoticeWatch(WatchSettings settings, NoticeGaps gaps, LifeSign lifeSign) {
        this.settings = settings;
        this.gaps = gaps;
        this.lifeSign = lifeSign;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.watching();
    }

    @Override
    public void start() {
        stopped.drainPermits();
        thread = new Thread(this::run, "notice-watch");
        thread.start();
    }

    /** One look. */
    void look() {
        if (!gaps.reconcile()) {
            soundLooks = 0;
        } else if (soundLooks++ % LOOKS_BETWEEN_SIGNS == 0) {
            lifeSign.give();
        }
    }

    /** The first look comes after the dispatcher has had time to begin. */
    private void run() {
        boolean failedBefore = false;
        while (!isToStop()) {
            try {
                look();
                failedBefore = false;
            } catch (RuntimeException later) {
                tell(later, failedBefore);
                failedBefore = true;
            }
        }
    }

    /** In full once: a database that is away fails every look for as long as it is away. */
    private static void tell(RuntimeException failed, boolean again) {
        if (again) {
            LOG.warn("the notices could still not be watched: {}", failed.getMessage());
        } else {
            LOG.error("the notices could not be watched, trying again", failed);
        }
    }

    private boolean isToStop() {
        try {
            return stopped.tryAcquire(TICK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            return true;
        }
    }

    @Override
    public void stop() {
        stopped.release();
        try {
            thread.join(LAST_LOOK_MILLIS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
