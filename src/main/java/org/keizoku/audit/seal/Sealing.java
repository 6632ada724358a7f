package org.keizoku.audit.seal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.keizoku.audit.search.Blocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Seals the ledger every five seconds while the application runs, on a thread of its own, tells the outside of each newest head, and makes
 * what is sealed quick to search.
 */
@Component
class Sealing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final long TICK_SECONDS = 5;
    private static final long LAST_WORK_MILLIS = 10_000;

    private final SealSettings settings;
    private final LedgerKey key;
    private final Sealer sealer;
    private final Heads heads;
    private final Blocks blocks;
    private final Semaphore stopped = new Semaphore(0);
    private volatile Thread thread;

    Sealing(SealSettings settings, LedgerKey key, Sealer sealer, Heads heads, Blocks blocks) {
        this.settings = settings;
        this.key = key;
        this.sealer = sealer;
        this.heads = heads;
        this.blocks = blocks;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.sealing();
    }

    @Override
    public void start() {
        key.introduce();
        stopped.drainPermits();
        thread = new Thread(this::run, "ledger-sealer");
        thread.start();
    }

    private void run() {
        boolean failedBefore = false;
        do {
            try {
                sealer.seal();
                sealer.newestSeal().ifPresent(heads::tell);
                blocks.make();
                failedBefore = false;
            } catch (RuntimeException later) {
                tell(later, failedBefore);
                failedBefore = true;
            }
        } while (!isToStop());
    }

    /** In full once: a database that is away fails every look for as long as it is away. */
    private static void tell(RuntimeException failed, boolean again) {
        if (again) {
            LOG.warn("the ledger could still not be sealed: {}", failed.getMessage());
        } else {
            LOG.error("the ledger could not be sealed, trying again", failed);
        }
    }

    private boolean isToStop() {
        try {
            return stopped.tryAcquire(TICK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            return true;
        }
    }

    /** Waits for a seal that is being written: the database goes away after this. */
    @Override
    public void stop() {
        stopped.release();
        try {
            thread.join(LAST_WORK_MILLIS);
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
