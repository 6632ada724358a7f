package org.keizoku.notice;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** The workers of one channel; it takes in hand only what a free worker can begin at once, so that no lease waits in a queue. */
final class Lane<M extends Message> {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final Channel<M> channel;
    private final Leases leases;
    private final HandingOver handingOver;
    private final Pace pace;
    private final Runnable freeAgain;
    private final ExecutorService workers;

    /** By identity: a notice can be begun again before the worker that just put it back has left. */
    private final Set<HandOver> busy = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    private final CountDownLatch closing = new CountDownLatch(1);

    Lane(Channel<M> channel, Leases leases, HandingOver handingOver, Pace pace, Runnable freeAgain) {
        this.channel = channel;
        this.leases = leases;
        this.handingOver = handingOver;
        this.pace = pace;
        this.freeAgain = freeAgain;
        this.workers = Executors.newFixedThreadPool(channel.workers(), work -> new Thread(work, name(channel)));
    }

    private static String name(Channel<?> channel) {
        return (channel.side().isDrill() ? "drill-" : "notice-")
                + channel.kind().name().toLowerCase(Locale.ROOT);
    }

    /** The notices that its workers are busy with. */
    Set<Long> busy() {
        synchronized (busy) {
            return busy.stream()
                    .flatMap(handOver -> handOver.whole().stream())
                    .map(HandOver::notice)
                    .collect(Collectors.toSet());
        }
    }

    /** Whether there was anything to begin. */
    boolean fill() {
        channel.rest();
        int lookedInto = begin(leases.lookInto(channel, pace.free(free())));
        int begun = begin(leases.begin(channel, pace.free(free())));
        pace.begun(begun);
        return lookedInto + begun > 0;
    }

    void close() {
        workers.shutdown();
        closing.countDown();
        try {
            if (!workers.awaitTermination(15, TimeUnit.SECONDS)) {
                LOG.warn("notices {} are still being handed over; their end will be looked into", busy());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int free() {
        return channel.workers() - busy.size();
    }

    private int begin(List<HandOver> handOvers) {
        busy.addAll(handOvers);
        handOvers.forEach(handOver -> workers.execute(() -> carry(handOver)));
        return handOvers.size();
    }

    /** What cannot be written down at all stays in hand until its lease is over, and is looked into then. */
    private void carry(HandOver handOver) {
        try {
            write(handOver, handingOver.carry(handOver, channel, pace::quietFor));
        } catch (RuntimeException notWrittenDown) {
            LOG.error(
                    "notice {}: what came of it could not be written down ({})",
                    handOver.notice(),
                    notWrittenDown.getClass().getSimpleName());
        } finally {
            busy.remove(handOver);
            freeAgain.run();
        }
    }

    /** The database may be away just now; what the provider said is not forgotten, or the notice might go twice without need. */
    private void write(HandOver handOver, Runnable writing) {
        while (true) {
            try {
                writing.run();
                return;
            } catch (DataAccessResourceFailureException
                    | RecoverableDataAccessException
                    | TransientDataAccessException
                    | TransactionException databaseAway) {
                LOG.warn(
                        "notice {}: what came of it cannot be written down yet ({})",
                        handOver.notice(),
                        databaseAway.getClass().getSimpleName());
                if (closesWithinASecond()) {
                    throw databaseAway;
                }
            }
        }
    }

    private boolean closesWithinASecond() {
        try {
            return closing.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
