package org.keizoku.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLookTest {

    private static final class Counting extends BackgroundLook {

        private final AtomicInteger looks = new AtomicInteger();

        Counting(boolean wanted) {
            super("counting-look", wanted, Duration.ZERO, Duration.ofMillis(5));
        }

        @Override
        protected void look() {
            if (looks.incrementAndGet() % 2 == 1) {
                throw new IllegalStateException("every other look fails");
            }
        }
    }

    private final Counting looking = new Counting(true);

    @AfterEach
    void stop() {
        looking.stop();
    }

    @Test
    void a_look_that_fails_is_tried_again() {
        looking.start();

        assertThat(looking.isRunning()).isTrue();
        await().until(() -> looking.looks.get() > 4);
    }

    @Test
    void once_stopped_nobody_looks_until_it_is_started_again() {
        looking.start();
        await().until(() -> looking.looks.get() > 0);
        looking.stop();
        int before = looking.looks.get();

        assertThat(looking.isRunning()).isFalse();
        assertThat(threads()).isZero();
        looking.start();
        await().until(() -> looking.looks.get() > before);
        assertThat(threads()).isOne();
    }

    @Test
    void what_was_never_started_is_stopped_without_a_word_and_a_node_says_whether_it_looks() {
        looking.stop();

        assertThat(looking.isAutoStartup()).isTrue();
        assertThat(new Counting(false).isAutoStartup()).isFalse();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("counting-look"))
                .count();
    }
}
