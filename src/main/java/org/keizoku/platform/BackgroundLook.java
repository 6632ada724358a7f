package org.keizoku.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A look that is taken again and again while the application runs, on a thread of its own; one that fails is tried again the next time. */
public abstract class BackgroundLook implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLook.class);
    private static final long LAST_LOOK_MILLIS = 10_000;

    private final String name;
    private final boolean wanted;
    private final Duration first;
    private final Duration every;
    private final Semaphore stopped = new Semaphore(0);
    private volatile Thread thread;

    /**
     * @param name of the thread, by which the log tells of it
     * @param wanted whether this node is set to look at all
     * @param first how long after its start the first look comes
     * @param every how long after one look the next comes
     */
    protected BackgroundLook(String name, boolean wanted, Duration first, Duration every) {
        this.name = name;
        this.wanted = wanted;
        this.first = first;
        this.every = every;
    }

    /** One look. */
    protected abstract void look();

    @Override
    public final boolean isAutoStartup() {
        return wanted;
    }

    @Override
    public void start() {
        stopped.drainPermits();
        thread = new Thread(this::run, name);
        thread.start();
    }

    /** Returns once a look that is under way is over: what it needs goes away after this. */
    @Override
    public final void stop() {
        Thread ending = thread;
        if (ending == null) {
            return;
        }
        thread = null;
        stopped.release();
        try {
            ending.join(LAST_LOOK_MILLIS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }

    private void run() {
        boolean failedBefore = false;
        // Whoever is started again takes the place of one whose last look outlived its stop.
        for (Duration wait = first; !isStoppedWithin(wait) && thread == Thread.currentThread(); wait = every) {
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
    private void tell(RuntimeException failed, boolean again) {
        if (again) {
            LOG.warn("{} still fails: {}", name, failed.getMessage());
        } else {
            LOG.error("{} failed, trying again", name, failed);
        }
    }

    private boolean isStoppedWithin(Duration wait) {
        try {
            return stopped.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            return true;
        }
    }
}
