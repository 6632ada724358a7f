package org.keizoku.people.contact;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every minute whether the daily check of contacts is due; the database keeps nodes from making it twice. */
@Component
class ContactWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ContactWatch.class);
    private static final long TICK_SECONDS = 60;

    private final ContactCheckSettings settings;
    private final ContactCheck check;
    private final Semaphore stop = new Semaphore(0);
    private volatile Thread thread;

    ContactWatch(ContactCheckSettings settings, ContactCheck check) {
        this.settings = settings;
        this.check = check;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.daily();
    }

    @Override
    public void start() {
        stop.drainPermits();
        thread = new Thread(this::run, "contact-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            do {
                look();
            } while (!stop.tryAcquire(TICK_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            check.look();
        } catch (RuntimeException later) {
            LOG.warn(
                    "the contacts could not be checked, trying again: {}",
                    later.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        stop.release();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
