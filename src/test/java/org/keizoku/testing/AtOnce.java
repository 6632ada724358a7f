package org.keizoku.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngineException;

/** Two who act at the same moment, as often as told; the races share their threads and run two beside each other. */
public final class AtOnce {

    private static final int BESIDE = 2;

    private final ExecutorService threads;

    private AtOnce(ExecutorService threads) {
        this.threads = threads;
    }

    /** One race: what it begins with, the moment itself, and what must hold after it. */
    public interface Race {
        void run(AtOnce moment) throws Exception;
    }

    /** Runs so many of them and prints what came out; the first that fails is the test's. */
    public static void races(String name, int races, Race race) {
        ExecutorService threads = Executors.newFixedThreadPool(3 * BESIDE);
        long begun = System.nanoTime();
        try {
            var moment = new AtOnce(threads);
            List<Future<?>> lanes = new ArrayList<>();
            for (int lane = 0; lane < BESIDE; lane++) {
                int share = (races + lane) / BESIDE;
                lanes.add(threads.submit(() -> {
                    for (int run = 0; run < share; run++) {
                        race.run(moment);
                    }
                    return null;
                }));
            }
            for (Future<?> lane : lanes) {
                lane.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError("%s: %s".formatted(name, failed.getCause().getMessage()), failed.getCause());
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        } finally {
            threads.shutdown();
        }
        System.out.printf(
                "%s: %,d races, each as it must, in %d s%n", name, races, (System.nanoTime() - begun) / 1_000_000_000);
    }

    /** Does both at the same moment; how many of them went through. */
    public int through(Runnable one, Runnable other) throws Exception {
        var start = new CyclicBarrier(2);
        List<Future<Boolean>> ends = new ArrayList<>();
        for (Runnable work : List.of(one, other)) {
            ends.add(threads.submit(() -> {
                start.await();
                try {
                    work.run();
                    return true;
                } catch (ProcessEngineException refused) {
                    return false;
                }
            }));
        }
        int through = 0;
        for (Future<Boolean> end : ends) {
            through += end.get() ? 1 : 0;
        }
        return through;
    }
}
