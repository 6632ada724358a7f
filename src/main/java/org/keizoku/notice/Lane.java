package org.keizoku.notice;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workers of one channel; it takes in hand only what a free worker can begin at once, so that no lease waits in a queue. */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final Channel channel;
    private final Leases leases;
    private final HandingOver handingOver;
    private final Runnable freeAgain;
    private final ExecutorService workers;

    /** By identity: a notice can be begun again before the worker that just put it back has left. */
    private final Set<HandOver> busy = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    Lane(Channel channel, Leases leases, HandingOver handingOver, Runnable freeAgain) {
        this.channel = channel;
        this.leases = leases;
        this.handingOver = handingOver;
        this.freeAgain = freeAgain;
        this.workers = Executors.newFixedThreadPool(
                channel.workers(),
                work -> new Thread(work, "notice-" + channel.kind().name().toLowerCase()));
    }

    /** The notices that its workers are busy with. */
    Set<Long> busy() {
        synchronized (busy) {
            return busy.stream().map(HandOver::notice).collect(Collectors.toSet());
        }
    }

    /** Whether there was anything to begin. */
    boolean fill() {
        int begun = begin(leases.lookInto(channel, free()));
        return begun + begin(leases.begin(channel, free())) > 0;
    }

    void close() {
        workers.shutdown();
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

    /** What cannot be written down now stays in hand until its lease is over, and is looked into then. */
    private void carry(HandOver handOver) {
        try {
            handingOver.carry(handOver, channel);
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
}
