package org.keizoku.audit.seal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What an operator watches: how long the oldest entry has been waiting for a seal. */
@Component
class SealMeters implements MeterBinder {

    private final SealState state;
    private final Clock clock;

    SealMeters(SealState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("keizoku.ledger.unsealed.oldest", this::secondsWaiting)
                .baseUnit("seconds")
                .description("how long the oldest entry has been waiting for a seal")
                .register(registry);
    }

    private long secondsWaiting() {
        return state.oldestUnsealed()
                .map(recorded -> Duration.between(recorded, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
