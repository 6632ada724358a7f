package org.keizoku.audit.seal;

import java.time.Duration;
import org.keizoku.audit.search.Blocks;
import org.keizoku.platform.BackgroundLook;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Seals the ledger every five seconds while the application runs, on a thread of its own, tells the outside of each newest head, makes
 * what is sealed quick to search, and looks whether the clock was set.
 */
@Component
class Sealing implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final SealSettings settings;
    private final LedgerKey key;
    private final Sealer sealer;
    private final Heads heads;
    private final Blocks blocks;
    private final ClockWatch clockWatch;
    private final BackgroundLook looks = new BackgroundLook("ledger-sealer", Duration.ZERO, EVERY, this::seal);

    Sealing(SealSettings settings, LedgerKey key, Sealer sealer, Heads heads, Blocks blocks, ClockWatch clockWatch) {
        this.clockWatch = clockWatch;
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
        looks.start();
    }

    private void seal() {
        if (settings.clockWatch()) {
            clockWatch.look();
        }
        sealer.seal();
        sealer.newestSeal().ifPresent(heads::tell);
        blocks.make();
    }

    @Override
    public void stop() {
        looks.stop();
    }

    @Override
    public boolean isRunning() {
        return looks.isRunning();
    }
}
