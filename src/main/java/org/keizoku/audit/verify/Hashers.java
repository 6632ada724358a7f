package org.keizoku.audit.verify;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads of one verification, a thread for each core: they hash while the next rows come. */
final class Hashers implements AutoCloseable {

    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                var thread = new Thread(work, "ledger-hasher");
                thread.setDaemon(true);
                return thread;
            });

    <T> Future<T> begin(Callable<T> work) {
        return threads.submit(work);
    }

    static <T> T finished(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the verification was stopped", stopped);
        } catch (ExecutionException unreadable) {
            throw new IllegalStateException("what the ledger holds could not be read", unreadable.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
