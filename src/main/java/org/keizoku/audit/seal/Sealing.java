package org.keizoku.audit.seal;

import java.time.Duration;
import org.keizoku.audit.search.Blocks;
import org.keizoku.platform.BackgroundLook;
import org.springframework.stereotype.Component;

/**
 * Seals the ledger every five seconds while the application runs, on a thread of its own, tells the outside of each newest head, makes
 * what is sealed quick to search, and looks whether the clock was set.
 */
@Component
class Sealing extends BackgroundLook {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final SealSettings settings;
    private final LedgerKey key;
    private final Sealer sealer;
    private final Heads heads;
    private final Blocks blocks;
    private final ClockWatch clockWatch;

    Sealing(SealSettings settings, LedgerKey key, Sealer sealer, Heads heads, Blocks blocks, ClockWatch clockWatch) {
        super("ledger-sealer", settings.sealing(), Duration.ZERO, EVERY);
        this.settings = settings;
        this.key = key;
        this.sealer = sealer;
        this.heads = heads;
        this.blocks = blocks;
        this.clockWatch = clockWatch;
    }

    @Override
    public void start() {
        key.introduce();
        super.start();
    }

    @Override
    protected void look() {
        if (settings.clockWatch()) {
            clockWatch.look();
        }
        sealer.seal();
        sealer.newestSeal().ifPresent(heads::tell);
        blocks.make();
    }
}
