package org.keizoku.plan;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every other second whether another node has brought a version of the plan into force. */
@Component
class PlanWatch implements SmartLifecycle {

    private static final long TICK_MILLIS = 2000;

    private final Plans plans;
    private final Semaphore stop = new Semaphore(0);
    private volatile Thread thread;

    PlanWatch(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void start() {
        stop.drainPermits();
        thread = new Thread(this::run, "plan-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!stop.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                plans.followOrTryLater();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
