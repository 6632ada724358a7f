package org.keizoku.notice;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hands over what is due: looks every half second, and at once after a commit that planned something. It runs on every node; leases in
 * the database keep the nodes apart. Why it is not a scheduler library: docs/adr/0002-outbox-dispatcher.md.
 */
@Component
class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final long TICK_MILLIS = 500;
    private static final long LAST_LOOK_MILLIS = 5_000;

    private final NoticeSettings settings;
    private final Leases leases;
    private final Channels channels;
    private final HandingOver handingOver;
    private final FollowUp followUp;
    private final Heartbeat heartbeat;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private volatile List<Lane<?>> lanes;
    private volatile Thread thread;

    Dispatcher(
            NoticeSettings settings,
            Leases leases,
            Channels channels,
            HandingOver handingOver,
            FollowUp followUp,
            Heartbeat heartbeat,
            Clock clock) {
        this.settings = settings;
        this.leases = leases;
        this.channels = channels;
        this.handingOver = handingOver;
        this.followUp = followUp;
        this.heartbeat = heartbeat;
        this.clock = clock;
        this.lanes = opened();
    }

    private List<Lane<?>> opened() {
        return channels.all().stream()
                .<Lane<?>>map(channel -> new Lane<>(
                        channel,
                        leases,
                        handingOver,
                        new Pace(settings.perSecond(channel.kind()), clock),
                        wake::release))
                .toList();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(NoticesPlanned planned) {
        wake.release();
    }

    @Override
    public boolean isAutoStartup() {
        return settings.dispatching();
    }

    @Override
    public void start() {
        if (lanes.isEmpty()) {
            lanes = opened();
        }
        takeOverWhatWasLeftOpen();
        heartbeat.begin();
        thread = new Thread(this::run, "notice-dispatcher");
        thread.start();
    }

    /** With one node, whatever is in hand at start is in nobody's hand: there is no need to wait until the lease is over. */
    void takeOverWhatWasLeftOpen() {
        if (settings.singleNode()) {
            leases.endLeasesOfOthers();
        }
    }

    /** One look: returns whether anything was begun or is still in hand. */
    boolean tick() {
        Set<Long> busy = busy();
        leases.renew(busy);
        leases.giveUpLeases();
        long filled = lanes.stream().filter(Lane::fill).count();
        return followUp.look() || filled > 0 || !busy.isEmpty();
    }

    Set<Long> busy() {
        return lanes.stream().flatMap(lane -> lane.busy().stream()).collect(Collectors.toSet());
    }

    private void run() {
        int failedInARow = 0;
        while (thread == Thread.currentThread()) {
            try {
                tick();
                heartbeat.beat();
                failedInARow = 0;
            } catch (RuntimeException later) {
                tell(later, failedInARow++);
            }
            await();
        }
    }

    /** In full once: a database that is away fails two looks a second, for as long as it is away. */
    private static void tell(RuntimeException failed, int before) {
        if (before == 0) {
            LOG.error("the notices could not be looked at, trying again", failed);
        } else {
            LOG.warn("the notices could still not be looked at: {}", failed.getMessage());
        }
    }

    private void await() {
        try {
            wake.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS);
            wake.drainPermits();
        } catch (InterruptedException stopped) {
            thread = null;
        }
    }

    @Override
    public void stop() {
        Thread ending = thread;
        thread = null;
        wake.release();
        lanes.forEach(Lane::close);
        letEnd(ending);
        // Their workers have ended with them.
        lanes = List.of();
        heartbeat.end();
    }

    /** A last sign of life after the end would look like a dispatcher that fell silent. */
    private static void letEnd(Thread ending) {
        try {
            if (ending != null) {
                ending.join(LAST_LOOK_MILLIS);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
